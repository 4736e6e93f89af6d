package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A credential helper without a file that names it. */
final class HelperPlace implements Place {
    private static final String CONFIGURED = "the program";

    private final String name;
    private final Helpers helpers;

    HelperPlace(String name, Helpers helpers) {
        this.name = name;
        this.helpers = helpers;
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left) {
        return ask(host, helpers.within(left));
    }

    @Override
    public Credentials refresh(
            String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left) {
        return ask(host, helpers.otherThan(refused, left));
    }

    private Credentials ask(String host, AuthConfig.Ask ask) {
        for (String server : RegistryKeys.of(host, Optional.empty()).servers(Dialect.DOCKER)) {
            Credentials given = ask.helper(name, server, CONFIGURED);
            if (!given.isAnonymous()) {
                return given;
            }
        }
        return Credentials.anonymous();
    }

    @Override
    public String absence() {
        return "nothing for it";
    }

    @Override
    public String toString() {
        return CredentialHelper.PREFIX + name;
    }
}
