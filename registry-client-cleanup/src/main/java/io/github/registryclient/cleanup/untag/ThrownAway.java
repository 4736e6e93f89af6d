package io.github.registryclient.cleanup.untag;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of a tag that was to go by a throw-away manifest. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ThrownAway {
    ThrownAway() {}

    /**
     * What became of the tag.
     *
     * @return {@code UNTAGGED}; {@code ALREADY_GONE}; {@code MOVED}: somebody pushed, theirs stays; {@code NOT_SUPPORTED}: not
     *     tried, the tag was not touched; {@code NOT_REACHED}: a killed attempt was taken back; {@code FAILED}: the cause says what
     *     the tag shows now
     */
    public abstract Outcome outcome();

    /**
     * Why.
     *
     * @return empty where all went well
     */
    public abstract Optional<String> cause();

    /**
     * How long the tag showed the throw-away.
     *
     * @return zero if it never did, or where that is not known
     */
    @Value.Default
    public Duration exposure() {
        return Duration.ZERO;
    }

    /**
     * How many small blobs, the configurations of throw-aways, are left until garbage is collected.
     *
     * @return 0 or more
     */
    @Value.Default
    public int blobsLeft() {
        return 0;
    }

    /**
     * How many throw-away manifests could not be deleted again.
     *
     * @return usually 0; they have no tag
     */
    @Value.Default
    public int manifestsLeft() {
        return 0;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ThrownAway}. */
    static final class Builder extends ImmutableThrownAway.Builder {
        Builder() {}
    }
}
