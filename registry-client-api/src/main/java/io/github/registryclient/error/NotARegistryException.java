package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * What answered does not look like a registry: HTML, an error page of a proxy or ingress, another service.
 */
public final class NotARegistryException extends InvalidResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it went, without secrets
     * @param what what happened, and what to do
     * @param cause the failure below, or null
     */
    public NotARegistryException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
