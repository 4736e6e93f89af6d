package io.github.registryclient.http.internal.proxy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PrivateHosts;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy is on the way to an address. The JDK's client asks here, and so does who is about to send the proxy's password:
 * they cannot come to different answers. Immutable.
 */
public final class ProxyRoutes extends ProxySelector {
    private final @Nullable ProxyServer http;
    private final @Nullable ProxyServer https;
    private final List<Exemption> exemptions;
    private final boolean exemptsLoopback;

    private ProxyRoutes(
            @Nullable ProxyServer http,
            @Nullable ProxyServer https,
            List<Exemption> exemptions,
            boolean exemptsLoopback) {
        this.http = http;
        this.https = https;
        this.exemptions = List.copyOf(exemptions);
        this.exemptsLoopback = exemptsLoopback;
    }

    /**
     * Routes.
     *
     * @param http the proxy to addresses with http, null for none
     * @param https the proxy to addresses with https, null for none
     * @return routes without exemptions
     */
    public static ProxyRoutes of(@Nullable ProxyServer http, @Nullable ProxyServer https) {
        return new ProxyRoutes(http, https, List.of(), false);
    }

    /**
     * The same, with an account at all proxies.
     *
     * @param account user name and password
     * @return other routes
     */
    public ProxyRoutes with(Credentials account) {
        return new ProxyRoutes(
                http == null ? null : http.with(account),
                https == null ? null : https.with(account),
                exemptions,
                exemptsLoopback);
    }

    /**
     * The same, without a proxy for these hosts.
     *
     * @param hosts as {@code NO_PROXY} names them
     * @return other routes
     * @throws io.github.registryclient.error.InvalidInputException if that is no host
     */
    public ProxyRoutes except(List<String> hosts) {
        return exempting(hosts.stream().map(Exemption::of).collect(Collectors.toList()));
    }

    ProxyRoutes exempting(List<Exemption> more) {
        List<Exemption> all = new ArrayList<>(exemptions);
        all.addAll(more);
        return new ProxyRoutes(http, https, all, exemptsLoopback);
    }

    /** The same, without a proxy to this machine itself. */
    ProxyRoutes exceptLoopback() {
        return new ProxyRoutes(http, https, exemptions, true);
    }

    /**
     * Whether there is any proxy at all.
     *
     * @return true if every address is reached without
     */
    public boolean isDirect() {
        return http == null && https == null;
    }

    /**
     * The proxy on the way to an address.
     *
     * @param uri an absolute address with a host
     * @return the proxy, or null if there is none
     */
    public @Nullable ProxyServer server(URI uri) {
        Origin origin = Origin.of(uri);
        ProxyServer server = origin.isPlain() ? http : https;
        boolean exempt = exemptsLoopback && PrivateHosts.isLoopback(origin.host())
                || exemptions.stream().anyMatch(exemption -> exemption.covers(origin));
        return exempt ? null : server;
    }

    @Override
    public List<Proxy> select(URI uri) {
        ProxyServer server = server(uri);
        return List.of(server == null ? Proxy.NO_PROXY : server.toJdk());
    }

    /** There is no other one to turn to. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

    @Override
    public String toString() {
        if (isDirect()) {
            return "no proxy";
        }
        String shown = String.valueOf(http).equals(String.valueOf(https))
                ? String.valueOf(http)
                : (http == null ? "" : "http by " + http)
                        + (http == null || https == null ? "" : ", ")
                        + (https == null ? "" : "https by " + https);
        return shown + (exemptions.isEmpty() ? "" : " except " + exemptions);
    }
}
