package io.github.registryclient.cleanup.version;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Versions from one up to another. Pre-releases are in it only if that is said: {@code 2.0.0-rc.1} is below {@code 2.0.0}, and
 * nobody who says 'below 2.0.0' means it. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class VersionRange {
    VersionRange() {}

    /**
     * The lowest version in it.
     *
     * @return empty if there is none
     */
    public abstract Optional<Version> atLeast();

    /**
     * The lowest version above it.
     *
     * @return empty if there is none
     */
    public abstract Optional<Version> below();

    /**
     * Whether pre-releases can be in it.
     *
     * @return false unless it was said
     */
    @Value.Default
    public boolean preReleases() {
        return false;
    }

    /**
     * Whether a version is in it.
     *
     * @param version the version
     * @return true if so
     */
    public boolean contains(Version version) {
        return (preReleases() || !version.isPreRelease())
                && atLeast().map(least -> version.compareTo(least) >= 0).orElse(true)
                && below().map(above -> version.compareTo(above) < 0).orElse(true);
    }

    /** A range that nothing is in is a mistake. */
    @Value.Check
    void check() {
        if (atLeast().isPresent() && below().isPresent() && atLeast().get().compareTo(below().get()) >= 0) {
            throw new InvalidInputException("no version is from " + atLeast().get() + " on and below " + below().get());
        }
    }

    /**
     * Starts a range.
     *
     * @return a builder of all releases
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VersionRange}. */
    public static final class Builder extends ImmutableVersionRange.Builder {
        Builder() {}
    }
}
