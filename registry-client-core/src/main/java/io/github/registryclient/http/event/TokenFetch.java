package io.github.registryclient.http.event;

import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A token that was asked for, given or not; never the token itself. */
@Value.Immutable
@ValueStyle
public interface TokenFetch {
    /**
     * The token server's host.
     *
     * @return see {@link RequestAttempt#host}
     */
    String host();

    /**
     * The service that the registry goes by there.
     *
     * @return empty where its challenge names none
     */
    String service();

    /**
     * What the token was asked for.
     *
     * @return such as {@code repository:team/app:pull,delete}; empty for a token without scope
     */
    List<String> scopes();

    /**
     * Whether it was given. That does not say that all scopes were.
     *
     * @return false if there is a {@link #failure}
     */
    default boolean isGiven() {
        return failure().isEmpty();
    }

    /**
     * How long it may be used, a little less than the server says.
     *
     * @return empty if it was not given
     */
    Optional<Duration> usableFor();

    /**
     * How long it took to get it, or to fail.
     *
     * @return the time for all requests that it needed
     */
    Duration time();

    /**
     * Why it was not given.
     *
     * @return a {@link io.github.registryclient.error.RegistryException}, or an {@link InterruptedException} if the waiting
     *     thread was interrupted or the client closed; empty if it was given
     */
    Optional<Throwable> failure();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TokenFetch}. */
    final class Builder extends ImmutableTokenFetch.Builder {
        Builder() {}
    }
}
