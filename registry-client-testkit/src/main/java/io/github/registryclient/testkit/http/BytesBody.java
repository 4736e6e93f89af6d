package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.OutputStream;

/** A body in memory. */
final class BytesBody implements Body {
    private final byte[] bytes;

    BytesBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
