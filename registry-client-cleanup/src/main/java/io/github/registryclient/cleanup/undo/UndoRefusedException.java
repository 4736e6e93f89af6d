package io.github.registryclient.cleanup.undo;

import io.github.registryclient.error.RegistryException;

/** Nothing was taken back, because what was asked for does not fit this registry, account or journal. */
public final class UndoRefusedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what does not fit, and what to do
     */
    public UndoRefusedException(String message) {
        super(message, null);
    }
}
