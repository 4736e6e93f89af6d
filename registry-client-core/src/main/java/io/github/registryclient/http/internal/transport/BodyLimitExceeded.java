package io.github.registryclient.http.internal.transport;

import java.io.IOException;

/** Travels through the JDK's client when a body outgrows its limit. */
final class BodyLimitExceeded extends IOException {
    private static final long serialVersionUID = 1L;

    BodyLimitExceeded(int limit) {
        super("more than " + limit + " bytes");
    }
}
