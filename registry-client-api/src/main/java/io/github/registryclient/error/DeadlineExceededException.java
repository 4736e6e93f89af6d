package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer within the time allowed: for connecting, for one attempt, or for the whole call.
 */
public final class DeadlineExceededException extends NoResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public DeadlineExceededException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
