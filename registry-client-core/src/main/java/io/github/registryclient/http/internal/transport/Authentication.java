package io.github.registryclient.http.internal.transport;

/** The layer that authenticates for one account; the stack puts it in its place. */
@FunctionalInterface
public interface Authentication {
    /**
     * Makes the layer.
     *
     * @param below the way to the registry, and to token servers; it follows no redirects and adds no credentials
     * @param plainHttp whether credentials may go over plain http
     * @return what authenticates the registry's requests
     */
    Transport above(Transport below, PlainHttp plainHttp);
}
