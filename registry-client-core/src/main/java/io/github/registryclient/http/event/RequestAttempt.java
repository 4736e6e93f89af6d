package io.github.registryclient.http.event;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;
import org.immutables.value.Value;

/** One sending of a request. A call makes several where it is redirected, has to authenticate, or is tried again. */
@Value.Immutable
@ValueStyle
public interface RequestAttempt {
    /**
     * Tells it from all others of its client.
     *
     * @return a number that is given once
     */
    long id();

    /**
     * The method.
     *
     * @return such as {@code GET}
     */
    String method();

    /**
     * Where to, as exceptions show it: without user information, the query only where this library wrote it.
     *
     * @return the address without secrets
     */
    String uri();

    /**
     * The host.
     *
     * @return in lower case, with the port unless it is the scheme's own, such as {@code localhost:5000}
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
     * How often the same has been sent before because it failed, plus one. A redirect, and an attempt with other credentials,
     * begin at 1 again.
     *
     * @return 1 or more
     */
    @Value.Default
    default int number() {
        return 1;
    }

    /**
     * Whether it asks a token server, not the registry.
     *
     * @return true for {@link Route#TOKEN}
     */
    default boolean isForToken() {
        return route() == Route.TOKEN;
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestAttempt}. */
    final class Builder extends ImmutableRequestAttempt.Builder {
        Builder() {}
    }
}
