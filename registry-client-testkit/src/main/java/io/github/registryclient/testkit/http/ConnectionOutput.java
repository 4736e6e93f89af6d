package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What goes out on a connection, gathered into one write where it is small. Knows whether the other side is to blame for a
 * failure, and whether anything of an answer has left.
 */
final class ConnectionOutput extends OutputStream {
    private static final int BUFFER = 16 << 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int count;
    private boolean broken;
    private boolean begun;

    ConnectionOutput(OutputStream out) {
        this.out = out;
    }

    /** From here on nothing has left. */
    void beginAnswer() {
        begun = false;
    }

    /** Whether something has left since the answer began. */
    boolean begun() {
        return begun;
    }

    /** Whether the connection failed. */
    boolean broken() {
        return broken;
    }

    /** Forgets what has not left. */
    void discard() {
        count = 0;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > BUFFER - count) {
            flush();
        }
        if (length > BUFFER) {
            send(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, count, length);
            count += length;
        }
    }

    @Override
    public void flush() throws IOException {
        if (count > 0) {
            int length = count;
            count = 0;
            send(buffer, 0, length);
        }
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        begun = true;
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
