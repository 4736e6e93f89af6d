package io.github.registryclient.tls;

import java.io.ByteArrayOutputStream;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/**
 * A place in DER (ITU-T X.690), as much of it as the frames around keys need: definite lengths below 2^31, tags of one byte.
 * What is wrong is an {@link InvalidKeySpecException} without a byte of it. Used by one thread.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    static final int CONTEXT_0 = 0xA0;

    private static final int LONG_FORM = 0x80;

    private final byte[] bytes;
    private int at;
    private final int end;

    private Der(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    static Der of(byte[] bytes) {
        return new Der(bytes, 0, bytes.length);
    }

    /** Of a document that is one value and nothing else. */
    static Der whole(byte[] bytes, int tag) throws InvalidKeySpecException {
        Der document = of(bytes);
        Der inner = document.enter(tag);
        if (document.hasMore()) {
            throw new InvalidKeySpecException("more than one value");
        }
        return inner;
    }

    boolean hasMore() {
        return at < end;
    }

    boolean isAt(int tag) {
        return at < end && (bytes[at] & 0xFF) == tag;
    }

    /** Goes past a value, and gives its inside. */
    Der enter(int tag) throws InvalidKeySpecException {
        if (!isAt(tag)) {
            throw new InvalidKeySpecException("another tag than 0x" + Integer.toHexString(tag));
        }
        at++;
        int length = length();
        if (length > end - at) {
            throw new InvalidKeySpecException("a length beyond the end");
        }
        at += length;
        return new Der(bytes, at - length, at);
    }

    /** Goes past a value, and gives its content. */
    byte[] content(int tag) throws InvalidKeySpecException {
        Der inner = enter(tag);
        return Arrays.copyOfRange(bytes, inner.at, inner.end);
    }

    /** Goes past a value, and gives it with tag and length. */
    byte[] value(int tag) throws InvalidKeySpecException {
        int start = at;
        enter(tag);
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** Goes past a number from 0 to 2^31 - 1. */
    int number() throws InvalidKeySpecException {
        byte[] content = content(INTEGER);
        if (content.length == 0 || content.length > 5 || content[0] < 0 || content.length == 5 && content[0] != 0) {
            throw new InvalidKeySpecException("a number out of bounds");
        }
        long number = 0;
        for (byte digit : content) {
            number = number << 8 | digit & 0xFF;
        }
        if (number > Integer.MAX_VALUE) {
            throw new InvalidKeySpecException("a number out of bounds");
        }
        return (int) number;
    }

    private int length() throws InvalidKeySpecException {
        int first = octet();
        if (first < LONG_FORM) {
            return first;
        }
        int count = first - LONG_FORM;
        if (count == 0 || count > 4) {
            throw new InvalidKeySpecException("a length out of bounds");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | octet();
        }
        if (length < 0) {
            throw new InvalidKeySpecException("a length out of bounds");
        }
        return length;
    }

    private int octet() throws InvalidKeySpecException {
        if (at >= end) {
            throw new InvalidKeySpecException("an end in the middle");
        }
        return bytes[at++] & 0xFF;
    }

    /** Writes a value. */
    static byte[] write(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < LONG_FORM) {
            out.write(length);
        } else {
            int count = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(LONG_FORM | count);
            for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
                out.write(length >>> shift);
            }
        }
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }
}
