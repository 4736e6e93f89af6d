package io.github.registryclient.manifest;

import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What an image runs on, as an index or an image configuration says it. */
@Value.Immutable
@ValueStyle
public interface Platform {
    /**
     * The operating system, in Go's words.
     *
     * @return such as {@code linux}; {@code unknown} for BuildKit's attestations; empty if not said
     */
    @Value.Default
    default String os() {
        return "";
    }

    /**
     * The processor architecture, in Go's words.
     *
     * @return such as {@code amd64}; empty if not said
     */
    @Value.Default
    default String architecture() {
        return "";
    }

    /**
     * The architecture's variant.
     *
     * @return such as {@code v7}
     */
    Optional<String> variant();

    /**
     * The operating system's version (Windows).
     *
     * @return such as {@code 10.0.14393.1066}
     */
    Optional<String> osVersion();

    /**
     * Features the operating system must have.
     *
     * @return usually empty
     */
    List<String> osFeatures();

    /**
     * The platform as people write it.
     *
     * @return such as {@code linux/arm/v7}
     */
    default String name() {
        return os() + "/" + architecture() + variant().map(v -> "/" + v).orElse("");
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Platform}. */
    final class Builder extends ImmutablePlatform.Builder {
        Builder() {}
    }
}
