package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

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
    public Credentials credentials(String host, Optional<RepositoryName> repository) {
        return ask(host, helpers::get);
    }

    @Override
    public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        return ask(host, helpers.otherThan(refused));
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
