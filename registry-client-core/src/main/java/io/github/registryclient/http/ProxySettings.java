package io.github.registryclient.http;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.proxy.ProxyRoutes;
import io.github.registryclient.http.internal.proxy.ProxyServer;
import io.github.registryclient.http.internal.proxy.ProxyVariables;
import java.util.List;
import java.util.Map;

/**
 * Which HTTP proxy requests go through, to the registry as to token servers and where redirects lead, and the account that it
 * wants. Immutable; {@link #toString} shows no password.
 *
 * <p>The proxy is spoken to by plain http, so who is on the way to it can read its password, as with any client. The password
 * goes to the proxy alone: neither to hosts reached without it nor through its tunnels. The JDK keeps {@code Basic} back from
 * tunnels, which https needs, unless the JVM was started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}, with nothing
 * behind the equals sign; a {@link io.github.registryclient.error.ProxyRefusedException} says so where it happens.
 */
public final class ProxySettings {
    private final ProxyRoutes routes;

    private ProxySettings(ProxyRoutes routes) {
        this.routes = routes;
    }

    /**
     * No proxy, whatever the JVM's own settings say.
     *
     * @return settings without a proxy
     */
    public static ProxySettings none() {
        return new ProxySettings(ProxyRoutes.of(null, null));
    }

    /**
     * One proxy for everything, this machine included.
     *
     * @param host its name or address
     * @param port 1 to 65535
     * @return settings with a proxy that wants no password
     * @throws InvalidInputException if one of them cannot be
     */
    public static ProxySettings of(String host, int port) {
        ProxyServer server = ProxyServer.of(host, port);
        return new ProxySettings(ProxyRoutes.of(server, server));
    }

    /**
     * What the environment says as docker, crane and skopeo read it: {@code HTTPS_PROXY} for addresses with https,
     * {@code HTTP_PROXY} for those with http, such as {@code http://user:password@proxy.example.com:3128}, and {@code NO_PROXY}
     * for exceptions. Names in small letters are read where those in capitals are not set. This machine itself is reached
     * without a proxy.
     *
     * @param variables such as {@link System#getenv()}
     * @return the settings; without a proxy where no variable names one
     * @throws InvalidInputException if a variable names no HTTP proxy, or no hosts; the message does not quote it
     */
    public static ProxySettings ofEnvironment(Map<String, String> variables) {
        return new ProxySettings(new ProxyVariables(variables).routes());
    }

    /**
     * The same with an account at the proxy, which is sent along unasked.
     *
     * @param username the user, without a colon
     * @param password the password, not empty
     * @return other settings
     * @throws InvalidInputException if one of them cannot be sent, or there is no proxy
     */
    public ProxySettings withCredentials(String username, String password) {
        if (routes.isDirect()) {
            throw new InvalidInputException("there is no proxy whose credentials these could be");
        }
        return new ProxySettings(routes.with(Credentials.basic(username, password)));
    }

    /**
     * The same, but these hosts are reached without the proxy, as {@code NO_PROXY} names them: {@code example.com} with all
     * below it, {@code .example.com} only what is below it, {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code [fd00::1]:5000},
     * {@code *}. Names are not resolved.
     *
     * @param hosts one or more of these
     * @return other settings
     * @throws InvalidInputException if one of them is none of these
     */
    public ProxySettings except(String... hosts) {
        return new ProxySettings(routes.except(List.of(hosts)));
    }

    ProxyRoutes routes() {
        return routes;
    }

    /**
     * The proxies and exceptions.
     *
     * @return a text without user names and passwords
     */
    @Override
    public String toString() {
        return routes.toString();
    }
}
