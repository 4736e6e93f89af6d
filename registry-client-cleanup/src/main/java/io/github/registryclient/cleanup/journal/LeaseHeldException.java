package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.RegistryException;
import org.jspecify.annotations.Nullable;

/** Somebody else is changing the registry, by the same journal: nothing was done. */
public final class LeaseHeldException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what is wrong, and what to do
     * @param cause what lies below, or null
     */
    public LeaseHeldException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
