package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.proxy.ProxyRoutes;
import io.github.registryclient.http.internal.proxy.ProxyServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/**
 * The proxies of the JDK's client: its own, or those that were the JVM's default when it was built. They may change at any time
 * unless they were set here, so they are asked for each time.
 */
final class Proxies {
    private final Optional<ProxySelector> selector;
    private final Optional<ProxyRoutes> routes;

    private Proxies(Optional<ProxySelector> selector) {
        this.selector = selector;
        this.routes = selector.filter(ProxyRoutes.class::isInstance).map(ProxyRoutes.class::cast);
    }

    static Proxies of(HttpClient jdk) {
        return new Proxies(jdk.proxy().or(() -> Optional.ofNullable(ProxySelector.getDefault())));
    }

    /** The one on the way to an address, if it was set here: of no other one is a password known. */
    Optional<ProxyServer> known(URI uri) {
        return routes.map(ours -> ours.server(uri));
    }

    boolean areOnTheWayTo(URI uri) {
        return selector.isPresent() && !selector.get().select(uri).stream().allMatch(Proxy.NO_PROXY::equals);
    }

    /** Host and port of the one that the JDK turns to, which is the first; empty if it turns to none. */
    Optional<String> shown(URI uri) {
        List<Proxy> proxies = selector.map(any -> any.select(uri)).orElse(List.of());
        return proxies.stream()
                .findFirst()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> address.getHostString() + ":" + address.getPort());
    }
}
