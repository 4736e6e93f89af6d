package io.github.registryclient.http.internal.coding;

import java.nio.ByteBuffer;

/** Fails at the first byte: an answer without a body may name whatever coding it likes. */
final class RefusingDecoder implements BodyDecoder {
    private final String reason;

    RefusingDecoder(String reason) {
        this.reason = reason;
    }

    @Override
    public int decode(ByteBuffer came, byte[] target, int offset, int length) throws UndecodableBody {
        if (came.hasRemaining()) {
            throw new UndecodableBody(reason);
        }
        return 0;
    }

    @Override
    public boolean refuses() {
        return true;
    }
}
