package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * A listing cannot be proven complete: it loops, repeats, stops short, or its end cannot be confirmed.
 */
public final class IncompleteListingException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public IncompleteListingException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
