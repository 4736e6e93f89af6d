package io.github.registryclient.error;

import io.github.registryclient.internal.Excerpt;

/**
 * What the caller gave cannot be right: a malformed name, tag, digest, URL or setting. What it would have been used
 * for was not sent.
 */
public final class InvalidInputException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what is wrong with which input, and what was expected
     */
    public InvalidInputException(String message) {
        super(message, null);
    }

    /**
     * Creates one that something else led to.
     *
     * @param message what is wrong with the input and what was expected
     * @param cause what found it out
     */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates one for a piece of text, shown shortened and with control characters escaped.
     *
     * @param what what the text was meant to be, such as "tag"
     * @param text the text
     * @param expected the remedy: what would have been right
     * @return the exception, to be thrown
     */
    public static InvalidInputException of(String what, String text, String expected) {
        return new InvalidInputException("invalid " + what + " \"" + Excerpt.of(text) + "\": " + expected);
    }
}
