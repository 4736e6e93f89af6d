package io.github.registryclient.tls;

import java.math.BigInteger;

/** Object identifiers as code can show and compare them; Java 11 has no HexFormat. */
final class Hex {
    private Hex() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder(2 * bytes.length);
        for (byte one : bytes) {
            text.append(Character.forDigit(one >> 4 & 0xF, 16)).append(Character.forDigit(one & 0xF, 16));
        }
        return text.toString();
    }

    /** Of digits whose first byte is 01 to 7f, as those of object identifiers here are. */
    static byte[] bytes(String digits) {
        return new BigInteger(digits, 16).toByteArray();
    }
}
