package io.github.registryclient.http.event;

import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import org.immutables.value.Value;

/** A request that is not sent at once. */
@Value.Immutable
@ValueStyle
public interface Wait {
    /** Why a request waits. */
    enum Reason {
        /** As many requests as may be were under way. Told when the wait is over, because nobody knows before how long it is. */
        QUEUE,
        /** This client was told to send only so many requests per second. */
        RATE,
        /** The host had enough (429, 503, {@code Retry-After}): everything that goes there is held back. */
        SLOW_DOWN,
        /** It failed before, and is given time before it is sent again. */
        BACK_OFF
    }

    /**
     * Why.
     *
     * @return the reason
     */
    Reason reason();

    /**
     * How long: as planned, because it is told before; only of {@link Reason#QUEUE} as it was.
     *
     * @return more than 0
     */
    Duration time();

    /**
     * The host that it goes to.
     *
     * @return see {@link RequestAttempt#host}
     */
    String host();

    /**
     * What kind of address it goes to.
     *
     * @return one of few
     */
    Route route();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Wait}. */
    final class Builder extends ImmutableWait.Builder {
        Builder() {}
    }
}
