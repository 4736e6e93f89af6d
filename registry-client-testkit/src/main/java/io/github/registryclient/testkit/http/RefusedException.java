package io.github.registryclient.testkit.http;

import java.io.IOException;

/** What came is no request that this server takes. Answered with a status, after which the connection ends. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    static RefusedException malformed(String message) {
        return new RefusedException(400, message);
    }

    int status() {
        return status;
    }
}
