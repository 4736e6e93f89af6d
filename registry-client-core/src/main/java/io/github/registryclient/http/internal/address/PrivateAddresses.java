package io.github.registryclient.http.internal.address;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Addresses that are not public, or no single host's, and those that a translator leads to one.
 *
 * <p>Source: the IANA special-purpose address registries; RFC 6052 (NAT64), RFC 3056 (6to4),
 * RFC 4380 (Teredo, whose address hides another).
 */
final class PrivateAddresses {
    private PrivateAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isPrivate(bytes, 0) : isPrivate6(bytes));
    }

    private static boolean isPrivate(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return first == 0 // this network
                || first == 10
                || first == 127
                || first == 100 && (second & 0xc0) == 64 // shared, behind carriers' translators
                || first == 169 && second == 254
                || first == 172 && (second & 0xf0) == 16
                || first == 192 && second == 168
                || first == 192 && second == 0 && bytes[at + 2] == 0 // protocols
                || first == 198 && (second & 0xfe) == 18 // benchmarks
                || first >= 224; // multicast, reserved, broadcast
    }

    private static boolean isPrivate6(byte[] bytes) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        long high = halves.getLong(0);
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean localTranslator = high >>> 16 == 0x0064_ff9b_0001L;
        boolean teredo = high >>> 32 == 0x2001_0000L;
        boolean sixToFour = high >>> 48 == 0x2002;
        boolean ipv4AtTheEnd = (high == 0 || high == 0x0064_ff9b_0000_0000L) && halves.getInt(8) == 0;
        return uniqueLocal
                || localTranslator
                || teredo
                || sixToFour && isPrivate(bytes, 2)
                || ipv4AtTheEnd && isPrivate(bytes, 12);
    }
}
