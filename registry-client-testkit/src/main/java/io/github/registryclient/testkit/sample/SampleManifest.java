package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A manifest or index that was made here: its exact bytes, and what has to be pushed before it. Immutable; each is made once,
 * so equality is identity and {@link #digest()} tells equal content.
 */
public final class SampleManifest {
    private final SampleBlob document;
    private final @Nullable SampleBlob config;
    private final List<SampleBlob> layers;
    private final List<SampleManifest> children;
    private final @Nullable SampleManifest subject;
    private final String artifactType;
    private final String entryFields;

    private SampleManifest(
            SampleBlob document,
            @Nullable SampleBlob config,
            List<SampleBlob> layers,
            List<SampleManifest> children,
            @Nullable SampleManifest subject,
            String artifactType,
            String entryFields) {
        this.document = document;
        this.config = config;
        this.layers = List.copyOf(layers);
        this.children = List.copyOf(children);
        this.subject = subject;
        this.artifactType = artifactType;
        this.entryFields = entryFields;
    }

    static SampleManifest image(String mediaType, String json, SampleBlob config, List<SampleBlob> layers) {
        return new SampleManifest(SampleBlob.ofText(mediaType, json), config, layers, List.of(), null, "", "");
    }

    static SampleManifest index(String mediaType, String json, List<SampleBlob> blobs, List<SampleManifest> children) {
        return new SampleManifest(SampleBlob.ofText(mediaType, json), null, blobs, children, null, "", "");
    }

    /** The same, with the fields (platform, annotations) that an index gives it. */
    SampleManifest listedWith(String fields) {
        return new SampleManifest(document, config, layers, children, subject, artifactType, fields);
    }

    /** The same, as an artifact of a subject. */
    SampleManifest referringTo(SampleManifest to, String type) {
        return new SampleManifest(document, config, layers, children, to, type, entryFields);
    }

    /**
     * The media type it is pushed with.
     *
     * @return a manifest's media type
     */
    public String mediaType() {
        return document.mediaType();
    }

    /**
     * The exact bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return document.bytes();
    }

    /**
     * The bytes as text.
     *
     * @return the JSON document
     */
    public String json() {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The number of bytes.
     *
     * @return 1 or more
     */
    public long size() {
        return document.size();
    }

    /**
     * The sha256 of the bytes, computed here.
     *
     * @return the digest
     */
    public Digest digest() {
        return document.digest();
    }

    /**
     * The configuration.
     *
     * @return empty for indexes
     */
    public Optional<SampleBlob> config() {
        return Optional.ofNullable(config);
    }

    /**
     * The layers; of a BuildKit cache, the blobs that its index lists in the place of manifests.
     *
     * @return in the document's order
     */
    public List<SampleBlob> layers() {
        return layers;
    }

    /**
     * The manifests that an index lists.
     *
     * @return in the document's order, empty for images
     */
    public List<SampleManifest> children() {
        return children;
    }

    /**
     * What it refers to.
     *
     * @return empty unless it is an OCI referrer
     */
    public Optional<SampleManifest> subject() {
        return Optional.ofNullable(subject);
    }

    /**
     * The type of artifact that a referrer is.
     *
     * @return empty unless it is an OCI referrer
     */
    public String artifactType() {
        return artifactType;
    }

    /**
     * Configuration and layers of this manifest alone.
     *
     * @return without those of its children
     */
    public Set<SampleBlob> blobs() {
        Set<SampleBlob> blobs = new LinkedHashSet<>();
        config().ifPresent(blobs::add);
        blobs.addAll(layers);
        return blobs;
    }

    /** The JSON descriptor as it stands in an index. */
    String descriptor() {
        return document.descriptor(entryFields);
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
