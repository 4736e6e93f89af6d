package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.RegistryException;
import org.jspecify.annotations.Nullable;

/** Somebody else may have taken over while this machine was paused: nothing more is done. */
public final class LeaseLostException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what is wrong, and what to do
     * @param cause what lies below, or null
     */
    public LeaseLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
