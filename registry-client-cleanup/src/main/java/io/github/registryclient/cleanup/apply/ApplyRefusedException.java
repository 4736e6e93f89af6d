package io.github.registryclient.cleanup.apply;

import io.github.registryclient.error.RegistryException;
import org.jspecify.annotations.Nullable;

/** A plan is not carried out: it does not fit, or what it needs is not there. Nothing was deleted. */
public final class ApplyRefusedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    ApplyRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
