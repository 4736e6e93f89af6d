package io.github.registryclient.http.internal.endpoint;

import java.nio.charset.StandardCharsets;

/** Percent-encodes what may not stand in a path, or not in a query parameter. */
public final class PathEscaper {
    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~";

    private PathEscaper() {}

    static String escape(String text) {
        return escape(text, UNRESERVED + "/:+=@");
    }

    /**
     * Escapes the value of a query parameter.
     *
     * @param text any text
     * @return the text with everything but unreserved characters percent-encoded
     */
    public static String escapeParameter(String text) {
        return escape(text, UNRESERVED);
    }

    private static String escape(String text, String allowed) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || allowed.indexOf(c) >= 0;
            if (plain) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return escaped.toString();
    }
}
