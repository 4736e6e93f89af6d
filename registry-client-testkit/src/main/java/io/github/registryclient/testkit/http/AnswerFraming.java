package io.github.registryclient.testkit.http;

import java.util.Optional;

/** How a client is to find the end of a body. */
enum AnswerFraming {
    /** The length if it is known, else chunks, or the end of the connection for HTTP/1.0. */
    HONEST,
    CHUNKED,
    UNTIL_CLOSE,
    /** A length that need not be the body's. */
    STATED;

    /** What is not honest in it, in words. */
    Optional<String> describe(long statedLength) {
        switch (this) {
            case CHUNKED:
                return Optional.of("in chunks");
            case UNTIL_CLOSE:
                return Optional.of("without a length");
            case STATED:
                return Optional.of("with Content-Length " + statedLength);
            default:
                return Optional.empty();
        }
    }
}
