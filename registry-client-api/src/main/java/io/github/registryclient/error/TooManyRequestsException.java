package io.github.registryclient.error;

import java.time.Duration;
import java.util.Optional;

/** 429: the registry asks for fewer requests. */
public final class TooManyRequestsException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it
     */
    public TooManyRequestsException(ErrorResponse response, String remedy) {
        super(response, remedy);
    }

    /**
     * How long the registry asks to wait.
     *
     * @return at most a day; empty if it did not say
     */
    public Optional<Duration> retryAfter() {
        return response().retryAfter();
    }
}
