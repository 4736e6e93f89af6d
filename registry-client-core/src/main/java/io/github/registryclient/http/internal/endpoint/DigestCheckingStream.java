package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Hasher;
import java.io.IOException;
import java.io.InputStream;

/** Hashes what passes and throws at the end if it was something else. */
final class DigestCheckingStream extends PassedStream {
    private final Hasher hasher;
    private final Digest expected;
    private final Request request;

    DigestCheckingStream(InputStream stream, Hasher hasher, Digest expected, Request request) {
        super(stream);
        this.hasher = hasher;
        this.expected = expected;
        this.request = request;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = stream.read(target, offset, length);
        if (count > 0) {
            hasher.update(target, offset, count);
        } else if (count < 0 && !hasher.finish().equals(expected)) {
            throw request.mismatch(expected, hasher.finish());
        }
        return count;
    }
}
