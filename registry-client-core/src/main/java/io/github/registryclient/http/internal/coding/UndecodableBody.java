package io.github.registryclient.http.internal.coding;

import java.io.IOException;

/** Travels through the JDK's client when a body came coded and cannot be decoded. */
public final class UndecodableBody extends IOException {
    private static final long serialVersionUID = 1L;

    UndecodableBody(String what) {
        super("the body came coded, which nobody asked for, and " + what
                + "; a proxy before the registry does that: switch its compression off for the registry");
    }
}
