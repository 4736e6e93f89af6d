package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Hashes what passes and throws at the end if it was something else. */
final class DigestCheckingStream extends PassedStream {
    private final MessageDigest hash;
    private final Digest expected;
    private final Request request;
    private byte @Nullable [] actual;

    DigestCheckingStream(InputStream stream, MessageDigest hash, Digest expected, Request request) {
        super(stream);
        this.hash = hash;
        this.expected = expected;
        this.request = request;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = stream.read(target, offset, length);
        if (count > 0) {
            hash.update(target, offset, count);
        } else if (count < 0) {
            actual = actual == null ? hash.digest() : actual; // digest() also forgets what passed
            if (!expected.matches(actual)) {
                throw request.mismatch(expected, expected.ofHash(actual));
            }
        }
        return count;
    }
}
