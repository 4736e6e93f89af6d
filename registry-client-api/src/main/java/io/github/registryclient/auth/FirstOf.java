package io.github.registryclient.auth;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.Optional;
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
        for (CredentialsProvider provider : providers) {
            Credentials given = given(provider, provider.credentials(host, repository));
            if (!given.isAnonymous()) {
                return given;
            }
        }
        return Credentials.anonymous();
    }

    @Override
    public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        for (CredentialsProvider provider : providers) {
            Credentials given = given(provider, provider.credentials(host, repository));
            if (given.equals(refused)) {
                given = given(provider, provider.refresh(host, repository, refused));
            }
            if (!given.isAnonymous()) {
                return given;
            }
        }
        return Credentials.anonymous();
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
