package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.ValueStyle;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How much one run may delete before somebody has to look. A repository that would lose more is held back, and the rest goes on; if
 * the run would, nothing goes. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class Fuse {
    /** The share of a repository's tagged digests, unless it was said. */
    public static final double DEFAULT_SHARE = 0.8;

    /** The number of tagged digests from which on the share counts, unless it was said. */
    public static final int DEFAULT_SHARE_FROM = 10;

    Fuse() {}

    /**
     * The most manifests that a run may delete.
     *
     * @return empty for any number
     */
    public abstract OptionalInt perRun();

    /**
     * The most manifests that a run may delete in one repository.
     *
     * @return empty for any number
     */
    public abstract OptionalInt perRepository();

    /**
     * The largest share of its tagged digests that a repository may lose.
     *
     * @return above 0 and at most 1, by default {@value #DEFAULT_SHARE}
     */
    @Value.Default
    public double share() {
        return DEFAULT_SHARE;
    }

    /**
     * The number of tagged digests from which on the share counts.
     *
     * @return by default {@value #DEFAULT_SHARE_FROM}
     */
    @Value.Default
    public int shareFrom() {
        return DEFAULT_SHARE_FROM;
    }

    @Value.Check
    void check() {
        if (perRun().orElse(1) < 1 || perRepository().orElse(1) < 1 || shareFrom() < 1) {
            throw new InvalidInputException("fuse: expected numbers from 1 on");
        }
        if (!(share() > 0 && share() <= 1)) {
            throw new InvalidInputException("fuse: expected a share above 0 and at most 1, not " + share());
        }
    }

    /**
     * The fuse that a policy has that says nothing of it.
     *
     * @return no numbers, and the default share
     */
    public static Fuse defaults() {
        return builder().build();
    }

    /**
     * Starts a fuse.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Fuse}. */
    public static final class Builder extends ImmutableFuse.Builder {
        Builder() {}
    }
}
