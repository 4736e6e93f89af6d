package io.github.registryclient.testkit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one answer to one request is framed (RFC 9112, 6.3; RFC 9110, 8.6), and whether the connection ends then. Immutable. */
final class AnswerPlan {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Response response;
    private final boolean toHead;
    private final boolean current;
    private final AnswerFraming framing;

    /**
     * @param toHead whether HEAD is answered
     * @param current whether the client speaks HTTP/1.1, and so knows chunks
     */
    AnswerPlan(Response response, boolean toHead, boolean current) {
        this.response = response;
        this.toHead = toHead;
        this.current = current;
        this.framing = framing();
    }

    private AnswerFraming framing() {
        AnswerFraming wanted = response.delivery().framing();
        if (wanted == AnswerFraming.HONEST && response.body().length() < 0) {
            wanted = AnswerFraming.CHUNKED;
        }
        return wanted == AnswerFraming.CHUNKED && !current ? AnswerFraming.UNTIL_CLOSE : wanted;
    }

    /** Whether a body is sent. */
    boolean hasBody() {
        return isRaw() || !toHead && mayHaveBody() && response.status() != NOT_MODIFIED;
    }

    private boolean mayHaveBody() {
        return response.status() >= OK && response.status() != NO_CONTENT;
    }

    /** Whether bytes stand in place of the head, so that nothing is known of the framing. */
    boolean isRaw() {
        return response.delivery().rawHead() != null;
    }

    boolean isChunked() {
        return hasBody() && !isRaw() && framing == AnswerFraming.CHUNKED;
    }

    /** Whether the body must be as long as it says. */
    boolean isExact() {
        return !isRaw() && response.body().length() >= 0;
    }

    /** Whether only the end of the connection ends the body, or the body may be longer or shorter than was said. */
    boolean endsConnection() {
        boolean lost = framing == AnswerFraming.UNTIL_CLOSE || framing == AnswerFraming.STATED;
        return isRaw() || hasBody() && lost;
    }

    /** The headers that tell the framing, as lines. */
    List<String> headers() {
        List<String> lines = new ArrayList<>();
        contentLength().ifPresent(length -> lines.add("Content-Length: " + length));
        if (framing == AnswerFraming.CHUNKED && mayHaveBody() && response.status() != NOT_MODIFIED) {
            lines.add("Transfer-Encoding: chunked");
        }
        return lines;
    }

    private Optional<String> contentLength() {
        if (framing == AnswerFraming.STATED) {
            return Optional.of(Long.toString(response.delivery().statedLength()));
        }
        if (!mayHaveBody()) {
            return Optional.empty();
        }
        if (!hasBody() && response.header("Content-Length").isPresent()) {
            return response.header("Content-Length");
        }
        boolean known = framing == AnswerFraming.HONEST && response.status() != NOT_MODIFIED;
        return known ? Optional.of(Long.toString(response.body().length())) : Optional.empty();
    }
}
