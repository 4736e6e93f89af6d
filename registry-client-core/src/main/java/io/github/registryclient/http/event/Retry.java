package io.github.registryclient.http.event;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A request that failed and will be sent again. */
@Value.Immutable
@ValueStyle
public interface Retry {
    /**
     * The method.
     *
     * @return such as {@code GET}
     */
    String method();

    /**
     * Where to, see {@link RequestAttempt#uri}.
     *
     * @return the address without secrets
     */
    String uri();

    /**
     * The host.
     *
     * @return see {@link RequestAttempt#host}
     */
    String host();

    /**
     * What kind of address that is.
     *
     * @return one of few
     */
    Route route();

    /**
     * The repository that it is about.
     *
     * @return empty for the catalog, the registry itself, and the token server
     */
    Optional<RepositoryName> repository();

    /**
     * Which attempt failed.
     *
     * @return 1 or more
     */
    int failedAttempt();

    /**
     * The status that it failed with.
     *
     * @return such as 503; empty if there was no answer
     */
    OptionalInt status();

    /**
     * Why there was no answer.
     *
     * @return empty if there was one
     */
    Optional<Throwable> failure();

    /**
     * How long it is going to be before the next attempt, waiting for its turn not counted.
     *
     * @return 0 or more
     */
    Duration delay();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Retry}. */
    final class Builder extends ImmutableRetry.Builder {
        Builder() {}
    }
}
