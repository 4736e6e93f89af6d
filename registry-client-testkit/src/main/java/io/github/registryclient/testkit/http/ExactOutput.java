package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.OutputStream;

/** Holds a body to the length that it gave. */
final class ExactOutput extends OutputStream {
    private final OutputStream out;
    private final long length;
    private long written;

    ExactOutput(OutputStream out, long length) {
        this.out = out;
        this.length = length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count > length - written) {
            throw new IOException("a body of " + length + " bytes writes more");
        }
        written += count;
        out.write(bytes, offset, count);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    void finish() throws IOException {
        if (written < length) {
            throw new IOException("a body of " + length + " bytes wrote " + written);
        }
    }
}
