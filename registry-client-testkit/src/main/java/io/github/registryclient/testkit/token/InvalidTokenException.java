package io.github.registryclient.testkit.token;

/** A token is refused. The message says why and shows nothing of it. */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message);
    }
}
