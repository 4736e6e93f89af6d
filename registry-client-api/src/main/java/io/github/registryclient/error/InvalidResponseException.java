package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/** There was an answer, but it cannot be believed or understood; nothing of it was returned. */
public class InvalidResponseException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what is wrong, and what to do
     * @param cause the failure below, or null
     */
    public InvalidResponseException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
