package io.github.registryclient.http.internal.address;

import java.nio.charset.StandardCharsets;

/** Percent-encodes what may not stand where it is to be put. Source: RFC 3986, 2.1. */
public final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String IN_PATH = UNRESERVED + "/:+=@";
    private static final String LEGAL = UNRESERVED + "/:?#[]@!$&'()*+,;=";

    private PercentEncoding() {}

    /**
     * A name or reference for a path.
     *
     * @param text any text; its slashes stay
     * @return the text, what a path may not hold percent-encoded
     */
    public static String inPath(String text) {
        return encode(text, IN_PATH, false);
    }

    /**
     * The value of a query parameter.
     *
     * @param text any text
     * @return the text with everything but unreserved characters percent-encoded
     */
    public static String inParameter(String text) {
        return encode(text, UNRESERVED, false);
    }

    /**
     * A part of an address that a server made: illegal characters are encoded, and a percent sign that begins no escape.
     *
     * @param text a part of an address
     * @return the same with only legal characters
     */
    public static String ofIllegal(String text) {
        return encode(text, LEGAL, true);
    }

    /** A byte as an escape. */
    static String of(int octet) {
        return "%" + hex(octet >> 4 & 0xf) + hex(octet & 0xf);
    }

    private static String encode(String text, String allowed, boolean escapesStay) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean escape = escapesStay && c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2);
            if (escape || c < 128 && Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(of(c));
            }
        }
        return encoded.toString();
    }

    private static boolean isHex(byte[] bytes, int index) {
        return index < bytes.length && Character.digit(bytes[index], 16) >= 0;
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
