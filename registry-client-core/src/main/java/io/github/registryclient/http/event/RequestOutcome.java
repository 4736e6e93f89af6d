package io.github.registryclient.http.event;

import io.github.registryclient.error.RateLimit;
import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What came of one sending of a request: an answer, or none. */
@Value.Immutable
@ValueStyle
public interface RequestOutcome {
    /**
     * What was sent.
     *
     * @return the same object as {@link ClientListener#requestStarted} was given
     */
    RequestAttempt attempt();

    /**
     * The status of the answer, which may be a refusal.
     *
     * @return empty if there was none
     */
    OptionalInt status();

    /**
     * Why there was no answer.
     *
     * @return a {@link io.github.registryclient.error.RegistryException}, or an {@link InterruptedException} if the waiting
     *     thread was interrupted or the client closed; empty if there was an answer
     */
    Optional<Throwable> failure();

    /**
     * From the sending to the end of the answer; of a blob that is read as a stream, to the end of the answer's headers.
     *
     * @return how long it took
     */
    Duration time();

    /**
     * The size of the answer's body, as far as it was read.
     *
     * @return in bytes; empty of a stream, and where there was no answer
     */
    OptionalLong bodyBytes();

    /**
     * What the answer says of the limit for requests.
     *
     * @return empty where it says nothing
     */
    Optional<RateLimit> rateLimit();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestOutcome}. */
    final class Builder extends ImmutableRequestOutcome.Builder {
        Builder() {}
    }
}
