package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.name.RepositoryName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds entries in a file, which is read again when it changed: passwords of cloud registries live for hours, the process for weeks. */
final class AuthFile implements Place {
    private final Path path;
    private final StrictFile file;
    private final AuthConfig nothing;
    private final Helpers helpers;

    private volatile @Nullable Reading last;

    private AuthFile(Path path, Dialect dialect, Helpers helpers, String demand) {
        this.path = path;
        this.file = new StrictFile(path, dialect, demand);
        this.nothing = AuthConfig.empty(file.toString(), dialect);
        this.helpers = helpers;
    }

    /** A file where one usually lies. */
    static AuthFile usual(Path path, Dialect dialect, Helpers helpers) {
        return new AuthFile(path, dialect, helpers, "");
    }

    /** A file that was named, so that a missing one is an error. */
    static AuthFile named(Path path, Dialect dialect, Helpers helpers, String demand) {
        return new AuthFile(path, dialect, helpers, demand);
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left) {
        return config().find(RegistryKeys.of(host, repository), helpers.within(left));
    }

    @Override
    public Credentials refresh(
            String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left) {
        last = null; // even a change that time and size do not show
        return config().find(RegistryKeys.of(host, repository), helpers.otherThan(refused, left));
    }

    private AuthConfig config() {
        try {
            List<Object> stamp = file.stamp();
            Reading known = last;
            if (known == null || !known.stamp.equals(stamp)) {
                known = new Reading(stamp, stamp.isEmpty() ? nothing : file.read());
                last = known;
            }
            return known.config;
        } catch (CredentialsUnavailableException e) {
            last = null; // another file may later look like the one of then
            throw e;
        }
    }

    @Override
    public String absence() {
        return Files.exists(path) ? "nothing for it" : "no such file";
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** The file as it was when it had that stamp. */
    private static final class Reading {
        private final List<Object> stamp;
        private final AuthConfig config;

        Reading(List<Object> stamp, AuthConfig config) {
            this.stamp = stamp;
            this.config = config;
        }
    }
}
