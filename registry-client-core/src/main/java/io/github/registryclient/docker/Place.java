package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One of the places where credentials may lie; {@code toString} names it. */
interface Place extends CredentialsProvider {
    /** Of callers without a deadline. */
    static Duration unhurried() {
        return Duration.ofDays(365);
    }

    @Override
    default Credentials credentials(String host, Optional<RepositoryName> repository) {
        return credentials(host, repository, Place::unhurried);
    }

    @Override
    default Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        return refresh(host, repository, refused, Place::unhurried);
    }

    @Override
    Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left);

    @Override
    Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left);

    /** Why it may have none: that it is not there, or only not for this registry. */
    String absence();
}
