package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Request;
import java.io.IOException;
import java.io.InputStream;

/** A part of a blob: exactly as many bytes as were asked for, or an exception. */
final class ExactLengthStream extends PassedStream {
    private final Request request;
    private final long length;
    private long passed;

    ExactLengthStream(InputStream stream, long length, Request request) {
        super(stream);
        this.length = length;
        this.request = request;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int count = stream.read(target, offset, wanted);
        passed += Math.max(count, 0);
        if (passed > length || count < 0 && passed < length) {
            throw request.invalidAnswer(
                    "the part of the blob has " + (count < 0 ? "fewer" : "more") + " than the " + length
                            + " bytes asked for",
                    null);
        }
        return count;
    }
}
