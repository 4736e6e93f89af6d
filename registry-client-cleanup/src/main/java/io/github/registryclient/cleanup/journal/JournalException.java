package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.RegistryException;
import org.jspecify.annotations.Nullable;

/** The journal cannot be written or read; while it cannot be written, nothing is deleted. */
public final class JournalException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what is wrong, and what to do
     * @param cause what lies below, or null
     */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
