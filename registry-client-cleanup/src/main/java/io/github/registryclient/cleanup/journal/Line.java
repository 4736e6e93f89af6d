package io.github.registryclient.cleanup.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A line of a run: a JSON object whose last field is its check. That is the CRC32C, in hexadecimal, of the check of the line before (of
 * zeros for the first) and of the bytes before the field, so that lines that are changed, missing or in another order are noticed.
 */
final class Line {
    /** The check before the first line. */
    static final String FIRST = "00000000";

    /** In bytes; the largest manifest, escaped, is shorter. */
    static final int LONGEST = 32 << 20;

    private static final String FIELD = ",\"check\":\"";
    private static final String END = "\"}";
    private static final int TAIL = FIELD.length() + FIRST.length() + END.length();

    private final byte[] bytes;
    private final String check;

    private Line(byte[] bytes, String check) {
        this.bytes = bytes;
        this.check = check;
    }

    /** Takes an object that has fields. */
    static Line of(String object, String before) {
        byte[] body = object.substring(0, object.length() - 1).getBytes(StandardCharsets.UTF_8);
        String check = check(before, body, body.length);
        byte[] tail = (FIELD + check + END + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(body, body.length + tail.length);
        System.arraycopy(tail, 0, bytes, body.length, tail.length);
        return new Line(bytes, check);
    }

    /** Whether these bytes, without the line's end, are what was written after a line with that check. */
    static boolean isWhole(byte[] line, String before) {
        return isWhole(line, line.length, before);
    }

    private static boolean isWhole(byte[] line, int length, String before) {
        int body = length - TAIL;
        if (body <= 0) {
            return false;
        }
        String tail = new String(line, body, TAIL, StandardCharsets.ISO_8859_1);
        return tail.startsWith(FIELD) && tail.equals(FIELD + check(before, line, body) + END);
    }

    /** Whether there is such a line in these bytes, and something behind it. */
    static boolean beginsWithWhole(byte[] line, String before) {
        for (int length = TAIL + 1; length < line.length; length++) {
            if (line[length - 1] == '}' && isWhole(line, length, before)) {
                return true;
            }
        }
        return false;
    }

    /** The check of a line that is whole. */
    static String checkOf(byte[] line) {
        return new String(line, line.length - FIRST.length() - END.length(), FIRST.length(), StandardCharsets.US_ASCII);
    }

    /** The object of a line that is whole, without its check. */
    static String objectOf(byte[] line) {
        return new String(line, 0, line.length - TAIL, StandardCharsets.UTF_8) + "}";
    }

    byte[] bytes() {
        return bytes;
    }

    String check() {
        return check;
    }

    private static String check(String before, byte[] line, int length) {
        CRC32C crc = new CRC32C();
        crc.update(before.getBytes(StandardCharsets.US_ASCII));
        crc.update(line, 0, length);
        return String.format("%08x", crc.getValue());
    }
}
