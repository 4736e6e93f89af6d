package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** Sends what is written as chunks (RFC 9112, 7.1). Small pieces are gathered into one. */
final class ChunkedOutput extends OutputStream {
    private static final int BUFFER = 8 << 10;
    private static final byte[] NONE = {};

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int count;

    ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > BUFFER - count) {
            emit();
        }
        if (length > BUFFER) {
            chunk(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, count, length);
            count += length;
        }
    }

    @Override
    public void flush() throws IOException {
        emit();
        out.flush();
    }

    /** The chunk that ends the body, and no trailers. */
    void finish() throws IOException {
        emit();
        chunk(NONE, 0, 0);
    }

    private void emit() throws IOException {
        if (count > 0) {
            chunk(buffer, 0, count);
            count = 0;
        }
    }

    private void chunk(byte[] bytes, int offset, int length) throws IOException {
        out.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
        out.write(bytes, offset, length);
        out.write('\r');
        out.write('\n');
    }
}
