package io.github.registryclient.testkit.process;

import org.jspecify.annotations.Nullable;

/** A registry could not be found, started, restarted or have its garbage collected; the message holds its last lines. */
public final class RegistryProcessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryProcessException(String message) {
        super(message);
    }

    RegistryProcessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
