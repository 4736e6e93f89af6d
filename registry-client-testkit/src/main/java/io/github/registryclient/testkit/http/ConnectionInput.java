package io.github.registryclient.testkit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a connection, read ahead. What is left after a request belongs to the next one. */
final class ConnectionInput {
    private static final int BUFFER = 16 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    ConnectionInput(InputStream in) {
        this.in = in;
    }

    /** Waits until there is something; false at the end of the stream. */
    boolean await() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(in.read(buffer, 0, BUFFER), 0);
        return limit > 0;
    }

    /** The next byte, or -1. */
    int read() throws IOException {
        return await() ? buffer[position++] & 0xFF : -1;
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (position == limit && length >= BUFFER) {
            return in.read(into, offset, length);
        }
        if (!await()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** The next byte, where one must come. */
    int require() throws IOException {
        int next = read();
        if (next < 0) {
            throw new EOFException("the connection ended within a request");
        }
        return next;
    }
}
