package io.github.registryclient.testkit.http;

import java.io.IOException;

/** An answer was cut on purpose. */
final class CutException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Cut cut;

    CutException(Cut cut) {
        super("cut on purpose");
        this.cut = cut;
    }

    Cut cut() {
        return cut;
    }
}
