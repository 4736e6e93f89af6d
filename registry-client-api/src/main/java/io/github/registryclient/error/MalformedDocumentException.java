package io.github.registryclient.error;

import org.jspecify.annotations.Nullable;

/** Bytes that were to be a manifest or an image configuration are none: broken JSON, wrong types, contradictions. */
public final class MalformedDocumentException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates one.
     *
     * @param message what is wrong, and where
     * @param cause the JSON parser's failure, or null
     */
    public MalformedDocumentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
