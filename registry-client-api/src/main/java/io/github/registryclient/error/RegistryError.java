package io.github.registryclient.error;

import io.github.registryclient.internal.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One entry of a registry's {@code errors} list. The code is an open string: registries invent their own.
 *
 * <p>Source: OCI distribution spec 1.1, "Error Codes".
 */
@Value.Immutable
@ValueStyle
public interface RegistryError extends Serializable {
    /**
     * The error code.
     *
     * @return such as {@code MANIFEST_UNKNOWN}; empty where the registry gave none
     */
    String code();

    /**
     * The registry's words.
     *
     * @return the message, capped; empty where the registry gave none
     */
    @Value.Default
    default String message() {
        return "";
    }

    /**
     * The {@code detail}, whatever JSON it was.
     *
     * @return its JSON text, capped
     */
    Optional<String> detail();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RegistryError}. */
    final class Builder extends ImmutableRegistryError.Builder {
        Builder() {}
    }
}
