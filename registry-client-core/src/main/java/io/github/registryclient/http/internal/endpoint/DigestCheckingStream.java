package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Hashes what passes and throws at the end if it was something else. Bytes cannot be skipped unread. */
final class DigestCheckingStream extends FilterInputStream {
    private final MessageDigest hash;
    private final Digest expected;
    private final Request request;
    private boolean checked;

    DigestCheckingStream(InputStream stream, MessageDigest hash, Digest expected, Request request) {
        super(stream);
        this.hash = hash;
        this.expected = expected;
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            hash.update(target, offset, count);
        } else if (count < 0 && !checked) {
            byte[] actual = hash.digest();
            if (!expected.matches(actual)) {
                throw new DigestMismatchException(
                        request.method(), request.shownUri(), expected.toString(), "other content");
            }
            checked = true;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, 8192))];
        long done = 0;
        while (done < count) {
            int read = read(skipped, 0, (int) Math.min(skipped.length, count - done));
            if (read < 0) {
                break;
            }
            done += read;
        }
        return done;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
