package io.github.registryclient.error;

import io.github.registryclient.internal.ValueStyle;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What an answer says of the limit for requests, in the headers {@code RateLimit-Limit}, {@code -Remaining} and {@code -Reset} of
 * Docker Hub and others, in GitHub's {@code X-RateLimit-…}, or in the {@code RateLimit} and {@code RateLimit-Policy} of the IETF's
 * draft. Where several limits stand there, it is the one with the least left.
 *
 * <p>Source: draft-ietf-httpapi-ratelimit-headers, 03 and 10; "Docker Hub pull usage and limits".
 */
@Value.Immutable
@ValueStyle
public abstract class RateLimit implements Serializable {
    private static final long serialVersionUID = 1L;

    RateLimit() {}

    /**
     * How many requests may be sent in a {@link #window}.
     *
     * @return empty if it is not said
     */
    public abstract OptionalLong limit();

    /**
     * How many of them are left.
     *
     * @return empty if it is not said
     */
    public abstract OptionalLong remaining();

    /**
     * The time that the limit is for.
     *
     * @return such as six hours at Docker Hub; empty if it is not said
     */
    public abstract Optional<Duration> window();

    /**
     * How long it is, from the answer, until there are more again.
     *
     * @return empty if it is not said
     */
    public abstract Optional<Duration> reset();

    /**
     * The headers as they came, for what the other fields do not tell.
     *
     * @return one line of at most some hundred characters, such as {@code ratelimit-limit: 100;w=21600, ratelimit-remaining: 99}
     */
    public abstract String text();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RateLimit}. */
    public static final class Builder extends ImmutableRateLimit.Builder {
        Builder() {}
    }
}
