package io.github.registryclient.http.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are not public: {@code localhost} and what is below it, and literal addresses of loopback, link-local, shared and
 * private networks, also inside an IPv6 address. Names are not resolved: who controls a public name can let it lead anywhere.
 */
public final class PrivateHosts {
    private static final String BYTE = "(?:0|[1-9][0-9]{0,2})";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+(?:%[^]]*)?]");
    /** What some resolvers read as an address and others do not: {@code 2130706433}, {@code 127.1}, {@code 0x7f.1}. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    private PrivateHosts() {}

    /**
     * Whether a host is one of them, or a number in a form that is not an address everywhere.
     *
     * @param host a name or a literal address, in lower case
     * @return false if it is a public address or a name
     */
    public static boolean contains(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (plain.equals("localhost") || plain.endsWith(".localhost")) {
            return true;
        }
        return address(plain)
                .map(PrivateAddresses::contains)
                .orElseGet(() -> NUMBER_AT_THE_END.matcher(plain).matches());
    }

    /**
     * Whether a host is this machine. A name below {@code localhost} is not, as resolvers may have it elsewhere.
     *
     * @param host a name or a literal address, in lower case
     * @return true if it certainly is
     */
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /**
     * A literal address.
     *
     * @param host a name or a literal address, IPv6 in brackets
     * @return empty if it is a name
     */
    public static Optional<InetAddress> address(String host) {
        if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            return Optional.empty();
        }
        int zone = host.indexOf('%'); // its interface need not exist here
        try {
            return Optional.of(InetAddress.getByName(zone < 0 ? host : host.substring(0, zone) + "]"));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
