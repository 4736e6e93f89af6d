package io.github.registryclient.error;

import io.github.registryclient.internal.Excerpt;
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
public abstract class RegistryError implements Serializable {
    private static final long serialVersionUID = 1L;

    RegistryError() {}

    /**
     * The error code.
     *
     * @return such as {@code MANIFEST_UNKNOWN}; empty where the registry gave none
     */
    public abstract String code();

    /**
     * The registry's words.
     *
     * @return the message, capped; empty where the registry gave none
     */
    @Value.Default
    public String message() {
        return "";
    }

    /**
     * The {@code detail}, whatever JSON it was.
     *
     * @return its JSON text, capped
     */
    public abstract Optional<String> detail();

    /**
     * Code, message and detail, for people.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        return Excerpt.of(
                code() + " " + message() + detail().map(json -> " " + json).orElse(""));
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RegistryError}. */
    public static final class Builder extends ImmutableRegistryError.Builder {
        Builder() {}
    }
}
