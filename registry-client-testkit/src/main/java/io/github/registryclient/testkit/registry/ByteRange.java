package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of some content that a request asks for. Source: RFC 9110, section 14. */
final class ByteRange {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    private final long first;
    private final long last;
    private final long size;

    private ByteRange(long first, long last, long size) {
        this.first = first;
        this.last = last;
        this.size = size;
    }

    /**
     * Reads the Range header of a GET. Other units, several ranges and an {@code If-Range} of other content are answered with
     * all of it, as the RFC allows; a range outside is refused.
     */
    static Optional<ByteRange> of(Request request, String etag, long size) {
        boolean wanted = request.method().equals("GET")
                && request.header("If-Range").map(etag::equals).orElse(true);
        Matcher matcher = ONE.matcher(wanted ? request.header(Headers.RANGE).orElse("") : "");
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(matcher.group(1), matcher.group(2), size));
    }

    private static ByteRange of(String from, String to, long size) {
        boolean suffix = from.isEmpty();
        long first = suffix ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = suffix || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (first > last) {
            throw Refusal.of(416, ErrorCode.SIZE_INVALID, "no such range of " + size + " bytes")
                    .header(Headers.CONTENT_RANGE, "bytes */" + size);
        }
        return new ByteRange(first, last, size);
    }

    long first() {
        return first;
    }

    long length() {
        return last - first + 1;
    }

    String contentRange() {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
