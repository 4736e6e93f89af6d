package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The body is larger than the limit for its kind; reading stopped at the limit.
 */
public final class BodyTooLargeException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public BodyTooLargeException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
