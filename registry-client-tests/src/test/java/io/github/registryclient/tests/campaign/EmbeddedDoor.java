package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The way in that no fault stands before, with one connection and one token for as long as the time stands still: they cost more
 * than what is done with them. Thread-safe.
 */
final class EmbeddedDoor {
    private final Mixture mixture;
    private final EmbeddedRegistry registry;
    private final Optional<TokenServer> tokens;
    private final Clock clock;
    private final Set<RepositoryName> repositories = new HashSet<>();
    private Optional<RegistryFiller> filler = Optional.empty();
    private Optional<Instant> issued = Optional.empty();
    private String token = "";

    EmbeddedDoor(Mixture mixture, EmbeddedRegistry registry, Optional<TokenServer> tokens, Clock clock) {
        this.mixture = mixture;
        this.registry = registry;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** For these repositories, and those asked for before. */
    synchronized RegistryFiller to(Set<RepositoryName> wanted) {
        if (repositories.addAll(wanted)) {
            issued = Optional.empty();
        }
        if (filler.isEmpty()) {
            filler = Optional.of(open());
        }
        return filler.get();
    }

    private RegistryFiller open() {
        if (tokens.isPresent()) {
            return RegistryFiller.withTokens(registry.uri(), touched -> token(tokens.get()));
        }
        return mixture.account() == Mixture.Account.BASIC
                ? RegistryFiller.of(registry.uri(), Sentinel.USER, Sentinel.PASSWORD)
                : RegistryFiller.of(registry.uri());
    }

    private synchronized String token(TokenServer server) {
        Optional<Instant> now = Optional.of(clock.instant());
        if (!issued.equals(now)) {
            issued = now;
            token = server.token(
                    Sentinel.USER,
                    repositories.stream()
                            .map(name -> "repository:" + name + ":pull,push,delete,*")
                            .toArray(String[]::new));
        }
        return token;
    }

    /** Leaves no connection: what is left then is the client's. */
    synchronized void close() {
        filler = Optional.empty();
    }
}
