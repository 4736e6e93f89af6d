package io.github.registryclient.http.internal.transport;

/** The layer that authenticates for one account; the stack puts it in its place. */
@FunctionalInterface
public interface Authentication {
    /**
     * Makes the layer.
     *
     * @param registry the way to the registry, below
     * @param others the way to token servers, with a gate for each, below; it follows no redirects and adds no credentials
     * @param plainHttp whether credentials may go over plain http
     * @return what authenticates the registry's requests
     */
    Transport above(Transport registry, Transport others, PlainHttp plainHttp);
}
