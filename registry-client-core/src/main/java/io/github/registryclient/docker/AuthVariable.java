package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The environment variable that holds what a {@code config.json} holds; the environment of a process does not change. */
final class AuthVariable implements Place {
    static final String NAME = "DOCKER_AUTH_CONFIG";

    private static final String SHOWN = "the environment variable " + NAME;

    private final Optional<String> text;
    private final Helpers helpers;
    private volatile @Nullable AuthConfig parsed;

    AuthVariable(Environment environment, Helpers helpers) {
        this.text = environment.variable(NAME);
        this.helpers = helpers;
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left) {
        return config().find(RegistryKeys.of(host, repository), helpers.within(left));
    }

    @Override
    public Credentials refresh(
            String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left) {
        return config().find(RegistryKeys.of(host, repository), helpers.otherThan(refused, left));
    }

    private AuthConfig config() {
        AuthConfig known = parsed;
        if (known == null) {
            known = text.flatMap(json -> AuthConfig.parse(SHOWN, Dialect.DOCKER, json.getBytes(StandardCharsets.UTF_8)))
                    .orElseGet(() -> AuthConfig.empty(SHOWN, Dialect.DOCKER));
            parsed = known;
        }
        return known;
    }

    @Override
    public String absence() {
        return text.isPresent() ? "nothing for it" : "not set";
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}
