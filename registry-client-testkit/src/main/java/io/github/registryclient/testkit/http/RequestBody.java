package io.github.registryclient.testkit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request's body as it is on the connection. Remembers what went wrong, however a handler deals with it. */
abstract class RequestBody extends InputStream {
    private final ConnectionInput in;
    private @Nullable IOException failure;

    RequestBody(ConnectionInput in) {
        this.in = in;
    }

    static RequestBody of(RequestFraming framing, ConnectionInput in) {
        return framing.chunked()
                ? new ChunkedBody(in)
                : new SizedBody(in, framing.length().orElse(0));
    }

    /** How many bytes may be read now without looking at the framing; -1 at the end. */
    abstract long ready(ConnectionInput connection) throws IOException;

    /** So many of them were read. */
    abstract void consumed(int count);

    /** Whether all was read. */
    abstract boolean ended();

    /** Whether more than this is left for sure; a chunked body does not know. */
    abstract boolean leaves(long bytes);

    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (failure != null) {
            throw new IOException("the body broke before", failure);
        }
        try {
            return length == 0 ? 0 : readSome(into, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private int readSome(byte[] into, int offset, int length) throws IOException {
        long ready = ready(in);
        if (ready < 0) {
            return -1;
        }
        int count = in.read(into, offset, (int) Math.min(length, ready));
        if (count < 0) {
            throw new EOFException("the connection ended within a body");
        }
        consumed(count);
        return count;
    }
}
