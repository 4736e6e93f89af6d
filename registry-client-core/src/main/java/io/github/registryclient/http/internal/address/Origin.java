package io.github.registryclient.http.internal.address;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port: what credentials are bound to. */
public final class Origin {
    private final String scheme;
    private final String host;
    private final int port;

    private Origin(String scheme, String host, int port) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
    }

    /**
     * The origin of an address.
     *
     * @param uri an absolute URI with a host
     * @return its origin
     */
    public static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return new Origin(scheme, host, uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme));
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /**
     * Whether nothing is encrypted there.
     *
     * @return true for anything but https
     */
    public boolean isPlain() {
        return !scheme.equals("https");
    }

    /**
     * The host.
     *
     * @return a name or a literal address, in lower case
     */
    public String host() {
        return host;
    }

    /**
     * The port.
     *
     * @return the one in the address, else the scheme's own
     */
    public int port() {
        return port;
    }

    /**
     * Host, and port unless it is the scheme's own.
     *
     * @return such as {@code localhost:5000}
     */
    public String authority() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin
                && ((Origin) other).scheme.equals(scheme)
                && ((Origin) other).host.equals(host)
                && ((Origin) other).port == port;
    }

    @Override
    public int hashCode() {
        return host.hashCode() * 31 + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
