package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * There was no complete answer: refused, unknown host, cut, timed out, interrupted, closed.
 *
 * <p>After a request that changes something its effect is then unknown: look before you repeat it. Only of an
 * {@link UnreachableException} it is known that there was none.
 */
public class NoResponseException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public NoResponseException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }

    NoResponseException(String message) {
        super(message);
    }
}
