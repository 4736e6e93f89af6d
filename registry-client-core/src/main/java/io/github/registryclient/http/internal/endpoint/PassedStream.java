package io.github.registryclient.http.internal.endpoint;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose every byte passes one method: nothing is skipped unread, and there is no way back. */
abstract class PassedStream extends InputStream {
    final InputStream stream;

    PassedStream(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final void close() throws IOException {
        stream.close();
    }
}
