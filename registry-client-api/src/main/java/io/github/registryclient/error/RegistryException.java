package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that this library throws on purpose; the message names the cause and, where there is one, the
 * remedy.
 *
 * <p>No message, field or cause of this family holds a credential, nor the query of an address that a server made.
 */
public abstract class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one; for the members of the family.
     *
     * @param message what failed, why, and what to do
     * @param cause what lies below, or null
     */
    protected RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
