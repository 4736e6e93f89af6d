package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.InputStream;

/** Asks the client for the body when the handler begins to read it (RFC 9110, 10.1.1). */
final class ContinuedBody extends InputStream {
    private final InputStream body;
    private final Go go;
    private boolean asked;

    /** Sends the interim answer. */
    interface Go {
        void send() throws IOException;
    }

    ContinuedBody(InputStream body, Go go) {
        this.body = body;
        this.go = go;
    }

    /** Whether the client may have sent the body. */
    boolean asked() {
        return asked;
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
        if (!asked) {
            asked = true;
            go.send();
        }
    }
}
