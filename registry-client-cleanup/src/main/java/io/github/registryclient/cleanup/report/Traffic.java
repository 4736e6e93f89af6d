package io.github.registryclient.cleanup.report;

import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/** What was asked of a registry. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Traffic {
    Traffic() {}

    /**
     * Requests that were sent, repetitions too.
     *
     * @return how many
     */
    public abstract long requests();

    /**
     * Requests that were sent again.
     *
     * @return how many
     */
    public abstract long retries();

    /**
     * Waits because the registry asked for them, or to spare it.
     *
     * @return how long they were together
     */
    public abstract Duration waited();

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Traffic}. */
    public static final class Builder extends ImmutableTraffic.Builder {
        Builder() {}
    }
}
