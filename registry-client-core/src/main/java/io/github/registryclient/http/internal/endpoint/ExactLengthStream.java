package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.internal.transport.Request;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a blob: exactly as many bytes as were asked for, or an exception. */
final class ExactLengthStream extends FilterInputStream {
    private final Request request;
    private final long length;
    private long left;

    ExactLengthStream(InputStream stream, long length, Request request) {
        super(stream);
        this.length = length;
        this.left = length;
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int count = super.read(target, offset, wanted);
        if (count > left || count < 0 && left > 0) {
            throw new InvalidResponseException(
                    request.method(),
                    request.shownUri(),
                    "the part of the blob has " + (count < 0 ? "fewer" : "more") + " than the " + length
                            + " bytes asked for",
                    null);
        }
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
