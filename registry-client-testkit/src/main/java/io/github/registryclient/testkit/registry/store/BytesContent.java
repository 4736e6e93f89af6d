package io.github.registryclient.testkit.registry.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes in memory. */
final class BytesContent implements Content {
    private final byte[] bytes;

    BytesContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open(long offset) {
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }
}
