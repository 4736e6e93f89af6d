package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The registry redirects where this client does not go: from https to http, into a private network, in a loop, too often; or, with
 * a listing, to where the credentials do not go.
 */
public final class RedirectRefusedException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public RedirectRefusedException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
