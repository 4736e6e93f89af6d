package io.github.registryclient.manifest;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
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
public interface Descriptor {
    /**
     * The type of the content.
     *
     * @return a media type; empty where schema 1 gives none
     */
    String mediaType();

    /**
     * The digest of the content.
     *
     * @return the digest
     */
    Digest digest();

    /**
     * The claimed size in bytes.
     *
     * @return 0 or more; -1 where the document gives none (schema 1)
     */
    long size();

    /**
     * The platform, in an index.
     *
     * @return empty if not said
     */
    Optional<Platform> platform();

    /**
     * The type of the artifact that the descriptor points to, among referrers.
     *
     * @return empty if not said
     */
    Optional<String> artifactType();

    /**
     * Annotations.
     *
     * @return usually empty
     */
    Map<String, String> annotations();

    /**
     * Other places that have the content (foreign layers).
     *
     * @return usually empty; never requested by this library
     */
    List<String> urls();

    /**
     * Whether it points to a manifest; if not, it points to a blob, wherever it stands.
     *
     * @return true if the media type is a manifest's
     */
    default boolean isManifest() {
        return MediaTypes.isManifest(mediaType());
    }

    /**
     * Whether the content need not be in this registry: a foreign layer, or one that must not be distributed.
     *
     * @return true for layers with {@code urls} and for the non-distributable types
     */
    default boolean isForeign() {
        String type = MediaTypes.essence(mediaType());
        return !urls().isEmpty() || type.contains(".nondistributable.") || type.contains(".foreign.");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Descriptor}. */
    final class Builder extends ImmutableDescriptor.Builder {
        Builder() {}
    }
}
