package io.github.registryclient.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 429: the registry asks for fewer requests. */
public final class TooManyRequestsException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** How long the registry asks to wait, or null. */
    private final @Nullable Duration retryAfter;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     * @param retryAfter how long the registry asks to wait, or null if it did not say
     */
    public TooManyRequestsException(ErrorResponse response, String remedy, @Nullable Duration retryAfter) {
        super(response, remedy);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the registry asks to wait.
     *
     * @return empty if it did not say in seconds
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
