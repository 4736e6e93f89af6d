package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/**
 * Credentials should be there but cannot be had: a file that is damaged or may not be read, a credential helper that is
 * missing, failed or did not answer. What needed them was not sent: going on without would be another account's view.
 *
 * <p>That a place simply has none for a registry is no failure.
 */
public final class CredentialsUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message which place, what is wrong there and what to do, without its content
     */
    public CredentialsUnavailableException(String message) {
        super(message, null);
    }

    /**
     * Creates one that something else led to.
     *
     * @param message which place, what is wrong there and what to do, without its content
     * @param cause what lies below, or null; its message must not quote the place's content either
     */
    public CredentialsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
