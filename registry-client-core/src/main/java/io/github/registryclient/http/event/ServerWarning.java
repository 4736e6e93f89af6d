package io.github.registryclient.http.event;

import io.github.registryclient.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * One text of a {@code Warning} header of a registry, or what there is to be warned of in its answers.
 *
 * <p>Source: OCI distribution spec 1.1, "Warnings".
 */
@Value.Immutable
@ValueStyle
public interface ServerWarning {
    /**
     * Who warns, or is warned of.
     *
     * @return see {@link RequestAttempt#host}
     */
    String host();

    /**
     * What it says.
     *
     * @return one line of at most some hundred characters, without secrets
     */
    String text();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ServerWarning}. */
    final class Builder extends ImmutableServerWarning.Builder {
        Builder() {}
    }
}
