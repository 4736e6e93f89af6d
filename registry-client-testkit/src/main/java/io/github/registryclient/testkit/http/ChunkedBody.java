package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body in chunks (RFC 9112, 7.1). Extensions and trailers are checked and forgotten. */
final class ChunkedBody extends RequestBody {
    private static final int LINE_LIMIT = 4 << 10;
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})([ \\t]*;[\\t\\x20-\\x7E\\x80-\\xFF]*)?");
    private static final int HEX = 16;

    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedBody(ConnectionInput in) {
        super(in);
    }

    @Override
    long ready(ConnectionInput connection) throws IOException {
        if (left == 0 && !ended) {
            if (begun && !lineOf(connection).isEmpty()) {
                throw RefusedException.malformed("a chunk is longer than it said");
            }
            begun = true;
            left = size(lineOf(connection));
            if (left == 0) {
                FieldReader.read(new LineReader(connection, HeadReader.LIMIT));
                ended = true;
            }
        }
        return ended ? -1 : left;
    }

    private static String lineOf(ConnectionInput connection) throws IOException {
        return new LineReader(connection, LINE_LIMIT).next(400);
    }

    private static long size(String line) throws RefusedException {
        Matcher matcher = SIZE.matcher(line);
        if (!matcher.matches()) {
            throw RefusedException.malformed("no size of a chunk");
        }
        return Long.parseLong(matcher.group(1), HEX);
    }

    @Override
    void consumed(int count) {
        left -= count;
    }

    @Override
    boolean ended() {
        return ended;
    }

    @Override
    boolean leaves(long bytes) {
        return left > bytes;
    }
}
