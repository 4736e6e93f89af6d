package io.github.registryclient.cleanup;

import io.github.registryclient.error.RegistryException;
import org.jspecify.annotations.Nullable;

/** There is no plan, because something that it needs is not known: nothing was decided, and nothing may be deleted. */
public final class PlanRefusedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    PlanRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
