package io.github.registryclient.docker;

import org.jspecify.annotations.Nullable;

/** A program that could not be run to its end; the message says why and what to do, and begins where its name ended. */
final class HelperFailure extends Exception {
    private static final long serialVersionUID = 1L;

    HelperFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
