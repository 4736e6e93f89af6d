package io.github.registryclient.testkit.http;

/** How a server stops in the middle of an answer. */
public enum Cut {
    /** The connection is closed: the client reads the end of the stream. Over TLS no farewell is sent. */
    CLOSE,
    /** The connection is reset: the client reads an error, and may lose bytes that were sent before. */
    RESET,
    /** Nothing more comes until the client or the server closes the connection. */
    SILENCE
}
