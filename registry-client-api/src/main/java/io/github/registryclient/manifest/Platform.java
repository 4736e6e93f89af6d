package io.github.registryclient.manifest;

import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What an image runs on, as an index or an image configuration says it. */
@Value.Immutable
@ValueStyle
public abstract class Platform {
    Platform() {}

    /**
     * The operating system, in Go's words.
     *
     * @return such as {@code linux}; {@code unknown} for BuildKit's attestations; empty if not said
     */
    @Value.Default
    public String os() {
        return "";
    }

    /**
     * The processor architecture, in Go's words.
     *
     * @return such as {@code amd64}; empty if not said
     */
    @Value.Default
    public String architecture() {
        return "";
    }

    /**
     * The architecture's variant.
     *
     * @return such as {@code v7}
     */
    public abstract Optional<String> variant();

    /**
     * The operating system's version (Windows).
     *
     * @return such as {@code 10.0.14393.1066}
     */
    public abstract Optional<String> osVersion();

    /**
     * Features the operating system must have.
     *
     * @return usually empty
     */
    public abstract List<String> osFeatures();

    /**
     * The platform as people write it, unescaped.
     *
     * @return such as {@code linux/arm/v7}
     */
    public String name() {
        return os() + "/" + architecture() + variant().map(v -> "/" + v).orElse("");
    }

    /**
     * The name and the operating system's version, for people.
     *
     * @return one line, such as {@code windows/amd64 10.0.14393.1066}, or {@code no platform} where the document names none
     */
    @Override
    public final String toString() {
        String name = os().isEmpty() && architecture().isEmpty() ? "no platform" : name();
        return Excerpt.of(name + osVersion().map(version -> " " + version).orElse(""));
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Platform}. */
    public static final class Builder extends ImmutablePlatform.Builder {
        Builder() {}
    }
}
