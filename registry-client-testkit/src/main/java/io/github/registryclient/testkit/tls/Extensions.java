package io.github.registryclient.testkit.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Extensions of certificates (RFC 5280, 4.2). */
final class Extensions {
    static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
    private static final byte CERTIFICATES_AND_LISTS = 0x06;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<byte[]> all = new ArrayList<>();

    private Extensions add(String oid, boolean critical, byte[] value) {
        byte[] name = Der.oid(oid);
        byte[] octets = Der.octets(value);
        all.add(critical ? Der.sequence(name, Der.bool(true), octets) : Der.sequence(name, octets));
        return this;
    }

    /** May sign certificates. */
    Extensions authority() {
        return add("2.5.29.19", true, Der.sequence(Der.bool(true)))
                .add("2.5.29.15", true, Der.bits(1, new byte[] {CERTIFICATES_AND_LISTS}));
    }

    /** May only speak for itself, for this purpose. */
    Extensions use(String purpose) {
        return add("2.5.29.19", true, Der.sequence())
                .add("2.5.29.15", true, Der.bits(7, new byte[] {DIGITAL_SIGNATURE}))
                .add("2.5.29.37", false, Der.sequence(Der.oid(purpose)));
    }

    Extensions keyIdentifiers(PublicKey own, PublicKey issuer) {
        return add("2.5.29.14", false, Der.octets(identifier(own)))
                .add("2.5.29.35", false, Der.sequence(Der.implicit(0, identifier(issuer))));
    }

    /** Of host names and addresses; none at all where there are none. */
    Extensions alternativeNames(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        byte[][] general = names.stream().map(Extensions::alternativeName).toArray(byte[][]::new);
        return add("2.5.29.17", false, Der.sequence(general));
    }

    private static byte[] alternativeName(String name) {
        if (!ADDRESS.matcher(name).matches()) {
            return Der.implicit(DNS_NAME, name.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        try {
            return Der.implicit(IP_ADDRESS, InetAddress.getByName(name).getAddress()); // a literal: nobody is asked
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + name, e);
        }
    }

    /** Any text that differs between keys will do. */
    private static byte[] identifier(PublicKey key) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] encoded() {
        return Der.explicit(3, Der.sequence(all.toArray(new byte[0][])));
    }
}
