package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * A request was made, or was about to be, and failed: the common part of the families that know method and address.
 */
public abstract class RequestFailedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /** The request's method. */
    private final String method;
    /** Where the request went, without secrets. */
    private final String uri;

    RequestFailedException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method + " " + uri + ": " + what, cause);
        this.method = method;
        this.uri = uri;
    }

    RequestFailedException(String message) {
        super(message, null);
        this.method = "";
        this.uri = "";
    }

    /**
     * The request's method.
     *
     * @return such as {@code DELETE}; empty where a call ended before its first request
     */
    public final String method() {
        return method;
    }

    /**
     * Where the request went: scheme, host, port and path; the query only where this library wrote it, not a server.
     *
     * @return the address, without user information and secrets; empty where a call ended before its first request
     */
    public final String uri() {
        return uri;
    }
}
