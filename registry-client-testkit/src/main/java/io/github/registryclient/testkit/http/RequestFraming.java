package io.github.registryclient.testkit.http;

import java.util.List;
import java.util.OptionalLong;

/** Where a request's body ends (RFC 9112, 6.3). Whatever could be read in two ways is refused. Immutable. */
final class RequestFraming {
    private static final int MOST_DIGITS = 18;

    private final OptionalLong length;
    private final boolean chunked;

    private RequestFraming(OptionalLong length, boolean chunked) {
        this.length = length;
        this.chunked = chunked;
    }

    static RequestFraming none() {
        return new RequestFraming(OptionalLong.empty(), false);
    }

    static RequestFraming of(long length) {
        return new RequestFraming(OptionalLong.of(length), false);
    }

    /** @param current whether the client speaks HTTP/1.1; nobody else knows transfer codings */
    static RequestFraming of(Fields fields, boolean current) throws RefusedException {
        List<String> codings = fields.all("Transfer-Encoding");
        List<String> lengths = fields.all("Content-Length");
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty()) {
                throw RefusedException.malformed("both Content-Length and Transfer-Encoding");
            }
            if (!current) {
                throw RefusedException.malformed("Transfer-Encoding in HTTP/1.0");
            }
            checkChunked(fields.tokens("Transfer-Encoding"));
            return new RequestFraming(OptionalLong.empty(), true);
        }
        if (lengths.isEmpty()) {
            return none();
        }
        if (lengths.size() > 1) {
            throw RefusedException.malformed("more than one Content-Length");
        }
        return new RequestFraming(OptionalLong.of(length(lengths.get(0))), false);
    }

    private static void checkChunked(List<String> codings) throws RefusedException {
        if (codings.isEmpty() || codings.indexOf("chunked") != codings.size() - 1) {
            throw RefusedException.malformed("chunked is not the last transfer coding");
        }
        if (codings.size() > 1) {
            throw new RefusedException(501, "the only transfer coding known here is chunked");
        }
    }

    private static long length(String text) throws RefusedException {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw RefusedException.malformed("Content-Length is no number");
        }
        if (text.length() > MOST_DIGITS) {
            throw new RefusedException(413, "a body of that length is not taken");
        }
        return Long.parseLong(text);
    }

    OptionalLong length() {
        return length;
    }

    boolean chunked() {
        return chunked;
    }
}
