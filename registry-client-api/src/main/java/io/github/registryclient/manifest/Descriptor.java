package io.github.registryclient.manifest;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A document's pointer to other content. Media type and size are claims of the document that holds it.
 *
 * <p>Source: OCI image spec 1.1, "OCI Content Descriptors".
 */
@Value.Immutable
@ValueStyle
public abstract class Descriptor {
    Descriptor() {}

    /**
     * The type of the content.
     *
     * @return a media type; empty where schema 1 gives none
     */
    public abstract String mediaType();

    /**
     * The digest of the content.
     *
     * @return the digest
     */
    public abstract Digest digest();

    /**
     * The claimed size in bytes.
     *
     * @return 0 or more; -1 where the document gives none (schema 1)
     */
    public abstract long size();

    /**
     * The platform, in an index.
     *
     * @return empty if not said
     */
    public abstract Optional<Platform> platform();

    /**
     * The type of the artifact that the descriptor points to, among referrers.
     *
     * @return empty if not said
     */
    public abstract Optional<String> artifactType();

    /**
     * Annotations.
     *
     * @return usually empty
     */
    public abstract Map<String, String> annotations();

    /**
     * Other places that have the content (foreign layers).
     *
     * @return usually empty; never requested by this library
     */
    public abstract List<String> urls();

    /**
     * Whether it points to a manifest; if not, it points to a blob, wherever it stands.
     *
     * @return true if the media type is a manifest's
     */
    public boolean isManifest() {
        return MediaTypes.isManifest(mediaType());
    }

    /**
     * Whether the content need not be in this registry: a foreign layer, or one that must not be distributed.
     *
     * @return true for layers with {@code urls} and for the non-distributable types
     */
    public boolean isForeign() {
        String type = MediaTypes.essence(mediaType());
        return !urls().isEmpty() || type.contains(".nondistributable.") || type.contains(".foreign.");
    }

    @Value.Check
    void check() {
        if (size() < -1) {
            throw new InvalidInputException(
                    "invalid size " + size() + " of a descriptor: expected 0 or more, or -1 for unknown");
        }
    }

    /**
     * Digest, type, size and platform, for people.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(mediaType().isEmpty() ? "unknown type" : Excerpt.of(mediaType()));
        parts.add(size() < 0 ? "unknown size" : size() + " bytes");
        artifactType().ifPresent(type -> parts.add("artifact " + Excerpt.of(type)));
        platform().ifPresent(platform -> parts.add(platform.toString()));
        return digest() + " (" + String.join(", ", parts) + ")";
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Descriptor}. */
    public static final class Builder extends ImmutableDescriptor.Builder {
        Builder() {}
    }
}
