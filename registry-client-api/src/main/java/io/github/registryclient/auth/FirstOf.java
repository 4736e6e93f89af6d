package io.github.registryclient.auth;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider after the other. Remembers nothing: who gives today what was refused is the one who gave it, and if the
 * first who gives anything gives something else by now, that is what a refresh is for.
 */
final class FirstOf implements CredentialsProvider {
    private final List<CredentialsProvider> providers;

    FirstOf(List<CredentialsProvider> providers) {
        this.providers = providers;
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository) {
        return credentials(host, repository, FirstOf::unhurried);
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left) {
        for (CredentialsProvider provider : providers) {
            Credentials given = given(provider, provider.credentials(host, repository, left));
            if (!given.isAnonymous()) {
                return given;
            }
        }
        return Credentials.anonymous();
    }

    @Override
    public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        return refresh(host, repository, refused, FirstOf::unhurried);
    }

    @Override
    public Credentials refresh(
            String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left) {
        for (CredentialsProvider provider : providers) {
            Credentials given = given(provider, provider.credentials(host, repository, left));
            if (given.equals(refused)) {
                given = given(provider, provider.refresh(host, repository, refused, left));
            }
            if (!given.isAnonymous()) {
                return given;
            }
        }
        return Credentials.anonymous();
    }

    private static Duration unhurried() {
        return Duration.ofDays(365);
    }

    private static Credentials given(CredentialsProvider provider, @Nullable Credentials credentials) {
        if (credentials == null) {
            throw new InvalidInputException(
                    "the credentials provider " + provider.getClass().getName()
                            + " gave null: where there are none, it gives Credentials.anonymous()");
        }
        return credentials;
    }

    @Override
    public String toString() {
        return providers.stream().map(CredentialsProvider::toString).collect(Collectors.joining(", then "));
    }
}
