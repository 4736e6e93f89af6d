package io.github.registryclient.testkit.sample;

import org.jspecify.annotations.Nullable;

/** A registry did not take what it was to be filled with; the message holds the request and the answer. */
public final class UncooperativeRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncooperativeRegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
