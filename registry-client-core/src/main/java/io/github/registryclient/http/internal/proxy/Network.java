package io.github.registryclient.http.internal.proxy;

import io.github.registryclient.http.internal.address.PrivateHosts;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literal addresses that begin alike: {@code 10.0.0.0/8}, {@code fd00::/8}, or one alone. Immutable. */
final class Network {
    private static final Pattern TEXT = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

    private final byte[] address;
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** Empty if the text is no address and no network. */
    static Optional<Network> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return PrivateHosts.address(bracketed(matcher.group(1))).flatMap(address -> {
            int bits = address.getAddress().length * 8;
            int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
            return prefix > bits ? Optional.empty() : Optional.of(new Network(address.getAddress(), prefix));
        });
    }

    private static String bracketed(String text) {
        return text.indexOf(':') >= 0 && !text.startsWith("[") ? "[" + text + "]" : text;
    }

    /** A name is in no network, whatever it resolves to. */
    boolean contains(String host) {
        return PrivateHosts.address(host)
                .filter(other -> isInside(other.getAddress()))
                .isPresent();
    }

    private boolean isInside(byte[] other) {
        int rest = address.length * 8 - prefix;
        return other.length == address.length
                && new BigInteger(1, other).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
    }
}
