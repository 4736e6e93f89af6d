package io.github.registryclient.http.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Hosts that are certainly not public: {@code localhost} and literal addresses of loopback, link-local and private networks.
 * Names are not looked up.
 */
final class PrivateHosts {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.%a-z]+\\]");

    private PrivateHosts() {}

    static boolean contains(String host) {
        return isLoopbackName(host) || LITERAL.matcher(host).matches() && isPrivate(host);
    }

    static boolean isLoopback(String host) {
        return isLoopbackName(host)
                || LITERAL.matcher(host).matches() && address(host).isLoopbackAddress();
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private static boolean isPrivate(String host) {
        InetAddress address = address(host);
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || uniqueLocal;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException notAnAddress) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
