package io.github.registryclient.testkit.http;

/** How a client is to find the end of a body. */
enum AnswerFraming {
    /** The length if it is known, else chunks, or the end of the connection for HTTP/1.0. */
    HONEST,
    CHUNKED,
    UNTIL_CLOSE,
    /** A length that need not be the body's. */
    STATED
}
