package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The proxy before the registry does not let the request pass: it wants credentials, refuses those it got (407), or connects
 * nobody to that host. Trying again is no use.
 *
 * <p>Over plain http a proxy that answers with another status cannot be told from the registry, such as tinyproxy, which
 * answers a wrong password with 401.
 */
public final class ProxyRefusedException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param method the request's method
     * @param uri where it should have gone, without secrets
     * @param what what the proxy said, and what to do
     * @param cause the failure below, or null
     */
    public ProxyRefusedException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
    }
}
