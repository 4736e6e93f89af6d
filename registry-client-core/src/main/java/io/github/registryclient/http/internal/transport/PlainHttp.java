package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PrivateHosts;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * Whether credentials may go over plain http: where that was allowed, and to this machine unless a proxy is on the way, which
 * could stand anywhere. Proxies may change at any time, so they are asked for each time.
 */
public final class PlainHttp {
    private final boolean allowed;
    private final Optional<ProxySelector> proxies;

    private PlainHttp(boolean allowed, Optional<ProxySelector> proxies) {
        this.allowed = allowed;
        this.proxies = proxies;
    }

    /** With the proxies of the client: its own, or those that were the JVM's default when it was built. */
    static PlainHttp of(HttpClient jdk, boolean allowed) {
        return new PlainHttp(allowed, jdk.proxy().or(() -> Optional.ofNullable(ProxySelector.getDefault())));
    }

    /**
     * Whether credentials may go there.
     *
     * @param uri an address with scheme http
     * @return true if that was allowed, or nobody on the way can read them
     */
    public boolean mayCarryCredentials(URI uri) {
        return allowed || PrivateHosts.isLoopback(Origin.of(uri).host()) && !isProxied(uri);
    }

    private boolean isProxied(URI uri) {
        return proxies.isPresent() && !proxies.get().select(uri).stream().allMatch(Proxy.NO_PROXY::equals);
    }
}
