package io.github.registryclient.examples;

import io.github.registryclient.error.RegistryException;

/** What the program itself does not carry out; nothing was done. */
final class RefusedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
