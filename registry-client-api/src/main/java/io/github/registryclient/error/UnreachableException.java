package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The request was not sent, as there was nobody to send it to: connection refused, unknown host, no TLS session, or a
 * proxy that does not let it pass.
 *
 * <p>It certainly had no effect. What earlier requests of the same call did stands, such as the beginning of an upload.
 */
public class UnreachableException extends NoResponseException {
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
