package io.github.registryclient.http.internal.proxy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.InvalidInputException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.regex.Pattern;

/** One HTTP proxy, and the account there if it wants one. Immutable; never prints a password. */
public final class ProxyServer {
    private static final Pattern HOST =
            Pattern.compile("[\\w-][\\w.-]*|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\w.-]+)?]?");
    private static final int LONGEST = 255;

    private final String host;
    private final int port;
    private final Credentials credentials;

    private ProxyServer(String host, int port, Credentials credentials) {
        this.host = host;
        this.port = port;
        this.credentials = credentials;
    }

    /**
     * A proxy that wants no password.
     *
     * @param host its name or address
     * @param port its port
     * @return the proxy
     * @throws InvalidInputException if one of them cannot be
     */
    public static ProxyServer of(String host, int port) {
        if (host.length() > LONGEST || !HOST.matcher(host).matches()) {
            throw InvalidInputException.of(
                    "proxy host", host, "expected a name or an address alone, without scheme, port and user");
        }
        if (port < 1 || port > 65_535) {
            throw new InvalidInputException("invalid proxy port " + port + ": expected 1 to 65535");
        }
        return new ProxyServer(host.replace("[", "").replace("]", ""), port, Credentials.anonymous());
    }

    /**
     * The same with an account.
     *
     * @param account user name and password
     * @return another one
     */
    ProxyServer with(Credentials account) {
        return new ProxyServer(host, port, account);
    }

    /**
     * Who to be there.
     *
     * @return user name and password, or anonymous
     */
    public Credentials credentials() {
        return credentials;
    }

    /** For the JDK, which looks the name up for each connection. */
    Proxy toJdk() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /**
     * Host and port.
     *
     * @return such as {@code proxy.example.com:3128}
     */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
