package io.github.registryclient.cleanup.graph;

import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a plan needs to know of a manifest that was read. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ManifestFacts {
    ManifestFacts() {}

    /**
     * The manifest's digest.
     *
     * @return the digest
     */
    public abstract Digest digest();

    /**
     * Its media type.
     *
     * @return without parameters
     */
    public abstract String mediaType();

    /**
     * What it is.
     *
     * @return by its types, not by its tags
     */
    public abstract ManifestKind kind();

    /**
     * The size of the document itself.
     *
     * @return in bytes
     */
    public abstract long size();

    /**
     * The manifests that an index lists.
     *
     * @return in order; empty for other kinds
     */
    public abstract List<ChildFacts> children();

    /**
     * Configuration, layers, and an index's entries that are no manifests.
     *
     * @return in order
     */
    public abstract List<BlobFacts> blobs();

    /**
     * The configuration.
     *
     * @return one of {@link #blobs}; empty where there is none
     */
    public abstract Optional<Digest> config();

    /**
     * What it is a signature, SBOM or other artifact of.
     *
     * @return empty if it stands for itself
     */
    public abstract Optional<Digest> subject();

    /**
     * The annotation {@code org.opencontainers.image.created} of the manifest or index itself.
     *
     * @return as it stands there; empty if there is none
     */
    public abstract Optional<String> createdAnnotation();

    /**
     * The {@code created} of the configuration.
     *
     * @return as it stands there; empty if there is none
     */
    public abstract Optional<String> createdByConfig();

    /**
     * The platform that the configuration names.
     *
     * @return such as {@code linux/amd64}; empty if it names none
     */
    public abstract Optional<String> platform();

    /**
     * Annotations of the manifest or index itself.
     *
     * @return only those that the policy asks for
     */
    public abstract Map<String, String> annotations();

    /**
     * Labels of the configuration.
     *
     * @return only those that the policy asks for
     */
    public abstract Map<String, String> labels();

    /**
     * Starts facts.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ManifestFacts}. */
    public static final class Builder extends ImmutableManifestFacts.Builder {
        Builder() {}
    }
}
