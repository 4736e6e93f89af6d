package io.github.registryclient.http.internal.coding;

import java.nio.ByteBuffer;

/** No coding, as nearly always. */
final class PlainDecoder implements BodyDecoder {
    @Override
    public int decode(ByteBuffer came, byte[] target, int offset, int length) {
        int count = Math.min(length, came.remaining());
        came.get(target, offset, count);
        return count;
    }

    @Override
    public boolean isPlain() {
        return true;
    }
}
