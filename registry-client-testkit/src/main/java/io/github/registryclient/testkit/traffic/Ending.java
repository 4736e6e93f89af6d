package io.github.registryclient.testkit.traffic;

/** How a connection stops in the middle of an answer. */
public enum Ending {
    /** The connection is closed (FIN): the client reads the end of the stream. Over TLS no farewell is sent. */
    CLOSE,
    /** The connection is reset (RST): the client reads an error, and may lose bytes that were sent before. */
    RESET,
    /** Nothing more comes until the client or the registry closes the connection. */
    SILENCE
}
