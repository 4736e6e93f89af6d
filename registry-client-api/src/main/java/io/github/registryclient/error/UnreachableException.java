package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The request was not sent, as there was nobody to send it to: connection refused, unknown host, or no TLS session.
 *
 * <p>It certainly had no effect. What earlier requests of the same call did stands, such as the beginning of an upload.
 */
public final class UnreachableException extends NoResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it should have gone, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public UnreachableException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
