package io.github.registryclient.cleanup.graph;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Platform;
import io.github.registryclient.name.Digest;
import java.util.Optional;
import org.immutables.value.Value;

/** A manifest that an index lists. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ChildFacts {
    /** The annotation by which BuildKit marks what is no image of a platform. Source: BuildKit, "Image attestation storage". */
    private static final String BUILDKIT_TYPE = "vnd.docker.reference.type";

    ChildFacts() {}

    /**
     * The child's digest.
     *
     * @return the digest
     */
    public abstract Digest digest();

    /**
     * The platform that the index names.
     *
     * @return such as {@code linux/arm64}; empty if it names none
     */
    public abstract Optional<String> platform();

    /**
     * Whether it is an attestation that BuildKit keeps beside the images of an index.
     *
     * @return true if it is no image of a platform
     */
    @Value.Default
    public boolean attestation() {
        return false;
    }

    /**
     * What a descriptor says.
     *
     * @param descriptor a descriptor of a manifest
     * @return digest and platform
     */
    public static ChildFacts of(Descriptor descriptor) {
        return builder()
                .digest(descriptor.digest())
                .platform(descriptor.platform().flatMap(ChildFacts::name))
                .attestation(
                        "attestation-manifest".equals(descriptor.annotations().get(BUILDKIT_TYPE)))
                .build();
    }

    /**
     * A platform as facts and policies name it: without the operating system's version, which is a build of Windows.
     *
     * @param platform as a document has it
     * @return such as {@code linux/arm/v7}; empty if the document names none
     */
    public static Optional<String> name(Platform platform) {
        return platform.os().isEmpty() && platform.architecture().isEmpty()
                ? Optional.empty()
                : Optional.of(platform.name());
    }

    /**
     * Starts a child.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ChildFacts}. */
    public static final class Builder extends ImmutableChildFacts.Builder {
        Builder() {}
    }
}
