package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The client was closed before or during the call.
 */
public final class ClientClosedException extends NoResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public ClientClosedException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }

    /**
     * Creates one for a call that had sent nothing yet.
     *
     * @param message what happened, and that nothing was sent
     */
    public ClientClosedException(String message) {
        super(message);
    }
}
