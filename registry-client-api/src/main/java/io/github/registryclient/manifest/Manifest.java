package io.github.registryclient.manifest;

import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A manifest of any kind: what was read from it, and its exact bytes. Two are equal if bytes, digest and media type are.
 *
 * <p>One type for all kinds, with empty parts where a kind has none: whoever walks a registry's graph asks for
 * {@link #children()}, {@link #blobs()} and {@link #subject()} and need not tell the kinds apart.
 */
public final class Manifest {
    /** The kinds of manifests. */
    public enum Kind {
        /** An image manifest, OCI or Docker schema 2; since OCI 1.1 also of artifacts. */
        IMAGE,
        /** An image index or manifest list. */
        INDEX,
        /** The withdrawn OCI artifact manifest. */
        ARTIFACT,
        /** Docker schema 1: layers without types and sizes, no configuration. */
        SCHEMA1
    }

    private final ManifestContent content;
    private final Digest digest;
    private final byte[] bytes;

    private Manifest(ManifestContent content, Digest digest, byte[] bytes) {
        this.content = content;
        this.digest = digest;
        this.bytes = bytes;
    }

    /**
     * Reads a manifest; its digest is the sha256 of its bytes.
     *
     * <p>For signed schema 1 that is not the digest under which registries keep it: use
     * {@link #parse(String, byte[], Digest)}.
     *
     * @param mediaType the type it was served with; if it says nothing (empty, {@code text/plain},
     *     {@code application/json}, {@code application/octet-stream}) the document's own word or shape counts
     * @param bytes the exact bytes
     * @return the manifest
     * @throws io.github.registryclient.error.MalformedDocumentException if it is none, contradicts itself, or its kind is
     *     unknown
     */
    public static Manifest parse(String mediaType, byte[] bytes) {
        return new Manifest(ManifestCodec.read(mediaType, bytes), Digest.sha256(bytes), bytes.clone());
    }

    /**
     * Reads a manifest that is kept under a known digest, and checks that it is the digest of its bytes; not checked are
     * schema 1, whose digest leaves out signatures, and unknown algorithms.
     *
     * @param mediaType as for {@link #parse(String, byte[])}
     * @param bytes the exact bytes
     * @param digest the digest it is kept under
     * @return the manifest
     * @throws io.github.registryclient.error.MalformedDocumentException as for {@link #parse(String, byte[])}, or if the
     *     digest is not that of the bytes
     */
    public static Manifest parse(String mediaType, byte[] bytes, Digest digest) {
        Objects.requireNonNull(digest, "digest");
        ManifestContent content = ManifestCodec.read(mediaType, bytes);
        if (content.kind() != Kind.SCHEMA1) {
            Optional<Digest> actual = digest.sameAlgorithm(bytes);
            if (actual.isPresent() && !actual.get().equals(digest)) {
                throw ManifestCodec.malformed("the bytes have digest " + actual.get() + ", not " + digest);
            }
        }
        return new Manifest(content, digest, bytes.clone());
    }

    /**
     * The kind.
     *
     * @return what kind of manifest this is
     */
    public Kind kind() {
        return content.kind();
    }

    /**
     * The media type, without parameters.
     *
     * @return one of {@link MediaTypes#manifests()}
     */
    public String mediaType() {
        return content.mediaType();
    }

    /**
     * The digest.
     *
     * @return the sha256 of the bytes, or the digest it was parsed with
     */
    public Digest digest() {
        return digest;
    }

    /**
     * The exact bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The number of bytes.
     *
     * @return the size of the document itself, not of what it points to
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The image's configuration.
     *
     * @return empty for indexes, artifact manifests and schema 1
     */
    public Optional<Descriptor> config() {
        return content.config();
    }

    /**
     * The layers in order, or an artifact manifest's blobs.
     *
     * @return empty for indexes
     */
    public List<Descriptor> layers() {
        return content.layers();
    }

    /**
     * Everything an index lists, in order.
     *
     * @return empty for other kinds
     */
    public List<Descriptor> entries() {
        return content.entries();
    }

    /**
     * The index's entries that are manifests.
     *
     * @return empty for other kinds
     */
    public List<Descriptor> children() {
        return content.entries().stream().filter(Descriptor::isManifest).collect(Collectors.toUnmodifiableList());
    }

    /**
     * All blobs this manifest points to: configuration, layers, and an index's entries that are no manifests.
     *
     * @return in that order, possibly with repetitions
     */
    public List<Descriptor> blobs() {
        List<Descriptor> blobs = new ArrayList<>();
        content.config().ifPresent(blobs::add);
        blobs.addAll(content.layers());
        content.entries().stream().filter(entry -> !entry.isManifest()).forEach(blobs::add);
        return List.copyOf(blobs);
    }

    /**
     * What this manifest refers to: it is a signature, SBOM or other artifact of its subject.
     *
     * @return empty if it stands for itself
     */
    public Optional<Descriptor> subject() {
        return content.subject();
    }

    /**
     * The type of the artifact, if the document says one.
     *
     * @return usually empty for images
     */
    public Optional<String> artifactType() {
        return content.artifactType();
    }

    /**
     * The manifest's own annotations.
     *
     * @return usually empty
     */
    public Map<String, String> annotations() {
        return content.annotations();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest
                && ((Manifest) other).digest.equals(digest)
                && ((Manifest) other).mediaType().equals(mediaType())
                && Arrays.equals(((Manifest) other).bytes, bytes);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /**
     * Kind, digest, what it holds and what it refers to, for people.
     *
     * @return one line
     */
    @Override
    public String toString() {
        String holds = kind() == Kind.INDEX
                ? count(entries().size(), "entry", "entries")
                : count(layers().size(), "layer", "layers");
        String refersTo =
                subject().map(subject -> ", subject " + subject.digest()).orElse("");
        return kind() + " " + digest + " (" + mediaType() + ", " + holds + refersTo + ", " + bytes.length + " bytes)";
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
