package io.github.registryclient.tls;

import io.github.registryclient.error.InvalidInputException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Where a certificate may be shown. */
final class HostAndPort {
    private static final int HTTPS = 443;

    private final String host;
    private final int port;

    private HostAndPort(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** What the JDK calls a peer, whatever form of an IPv6 address a URL had. */
    static HostAndPort of(String host, int port) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new HostAndPort((bare.indexOf(':') < 0 ? bare : address(bare)).toLowerCase(Locale.ROOT), port);
    }

    static HostAndPort of(URI uri) {
        return of(uri.getHost(), uri.getPort() < 0 ? HTTPS : uri.getPort());
    }

    static HostAndPort parse(String text) {
        try {
            URI uri = new URI("https://" + text);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && text.equals(uri.getRawAuthority())
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535) {
                return of(uri);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw InvalidInputException.of("host", text, "expected a name or address, and :port unless it is 443");
    }

    /** An address with a colon is never looked up. */
    private static String address(String literal) {
        try {
            return InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostAndPort
                && ((HostAndPort) other).host.equals(host)
                && ((HostAndPort) other).port == port;
    }

    @Override
    public int hashCode() {
        return host.hashCode() * 31 + port;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + (port == HTTPS ? "" : ":" + port);
    }
}
