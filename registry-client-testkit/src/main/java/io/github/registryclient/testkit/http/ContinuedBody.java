package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.InputStream;

/** Asks the client for the body when the handler begins to read it (RFC 9110, 10.1.1), if it waits for that. */
final class ContinuedBody extends InputStream {
    private final InputStream body;
    private final Go go;
    private boolean waiting;

    /** Sends the interim answer. */
    interface Go {
        void send() throws IOException;
    }

    /** @param waiting whether the client waits */
    ContinuedBody(InputStream body, boolean waiting, Go go) {
        this.body = body;
        this.waiting = waiting;
        this.go = go;
    }

    /** Whether the client still waits, so that nobody knows whether the body will come. */
    boolean waiting() {
        return waiting;
    }

    /** The answer begins: no interim one may come any more. */
    void answered() {
        waiting = false;
    }

    @Override
    public int read() throws IOException {
        ask();
        return body.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        ask();
        return body.read(into, offset, length);
    }

    private void ask() throws IOException {
        if (waiting) {
            waiting = false;
            go.send();
        }
    }
}
