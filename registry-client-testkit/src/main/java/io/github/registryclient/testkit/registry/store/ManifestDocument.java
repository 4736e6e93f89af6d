package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a registry looks at in a manifest. Apart from the client's codec, and less strict, as registries are: it takes fields and
 * media types that it does not know. Immutable.
 */
public final class ManifestDocument {
    private final Optional<String> mediaType;
    private final Optional<String> artifactType;
    private final Map<String, String> annotations;
    private final Optional<Digest> subject;
    private final List<Digest> blobs;
    private final List<Digest> manifests;
    private final List<Digest> otherEntries;
    private final List<Digest> elsewhere;

    ManifestDocument(ManifestReader reader) throws MalformedManifestException {
        this.mediaType = reader.text("mediaType");
        this.artifactType = reader.artifactType();
        this.annotations = reader.annotations();
        this.subject = reader.subject();
        this.blobs = reader.blobs();
        this.manifests = reader.entries(true);
        this.otherEntries = reader.entries(false);
        this.elsewhere = reader.elsewhere();
    }

    /** Reads a document. */
    public static ManifestDocument read(byte[] bytes) throws MalformedManifestException {
        return new ManifestDocument(new ManifestReader(bytes));
    }

    /** What it says of its own type. */
    public Optional<String> mediaType() {
        return mediaType;
    }

    /** The type among referrers: its own, else that of an image's config. */
    public Optional<String> artifactType() {
        return artifactType;
    }

    /** Its annotations. */
    public Map<String, String> annotations() {
        return annotations;
    }

    /** What it refers to, which may be missing. */
    public Optional<Digest> subject() {
        return subject;
    }

    /** The blobs it is made of and that the registry has to have: config and layers. */
    public List<Digest> blobs() {
        return blobs;
    }

    /** What an index lists as manifests. */
    public List<Digest> manifests() {
        return manifests;
    }

    /** What an index lists with types that are no manifest's that is known: blobs, such as BuildKit's cache, or manifests. */
    public List<Digest> otherEntries() {
        return otherEntries;
    }

    /** Layers that may lie in other places: kept if they are here, not missed if they are not. */
    public List<Digest> elsewhere() {
        return elsewhere;
    }

    /** All that has to be there before it is. */
    List<Digest> wanted() {
        return Stream.of(blobs, manifests, otherEntries).flatMap(List::stream).collect(Collectors.toUnmodifiableList());
    }

    /** All that must not be collected while the manifest is kept; of these, some may be missing. */
    Stream<Digest> needs() {
        return Stream.of(blobs, manifests, otherEntries, elsewhere).flatMap(List::stream);
    }
}
