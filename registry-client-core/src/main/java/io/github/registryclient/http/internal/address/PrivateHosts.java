package io.github.registryclient.http.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are certainly not public: {@code localhost} and literal addresses of loopback, link-local and private networks.
 * Names are not looked up.
 */
public final class PrivateHosts {
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.%a-z]+\\]");

    private PrivateHosts() {}

    /**
     * Whether a host is one of them.
     *
     * @param host a name or a literal address, in lower case
     * @return true if it is certainly not public
     */
    public static boolean contains(String host) {
        return isLoopbackName(host)
                || address(host).filter(PrivateHosts::isPrivate).isPresent();
    }

    /**
     * Whether a host is this machine.
     *
     * @param host a name or a literal address, in lower case
     * @return true if it certainly is
     */
    public static boolean isLoopback(String host) {
        return isLoopbackName(host)
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private static boolean isPrivate(InetAddress address) {
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || uniqueLocal;
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return LITERAL.matcher(host).matches() ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
