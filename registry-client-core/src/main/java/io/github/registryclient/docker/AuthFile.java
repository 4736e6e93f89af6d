package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.internal.PathName;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file of credentials, read again when it changed: passwords of cloud registries live for hours, the process for weeks. */
final class AuthFile implements Place {
    private static final int MAX_BYTES = 4 << 20;

    private final Path path;
    private final Dialect dialect;
    private final Helpers helpers;
    /** Who says that it has to be there; empty where it may be missing. */
    private final String demand;

    private volatile @Nullable Reading last;
    /** Whether it ever had content: who empties or takes it away, if only for a moment, must not make nobody of the account. */
    private volatile boolean hadContent;

    private AuthFile(Path path, Dialect dialect, Helpers helpers, String demand) {
        this.path = path;
        this.dialect = dialect;
        this.helpers = helpers;
        this.demand = demand;
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
        List<Object> stamp = stamp();
        Reading known = last;
        if (known == null || !known.stamp.equals(stamp)) {
            last = null; // should reading fail: another file may later look like the one of then
            known = new Reading(stamp, stamp.isEmpty() ? AuthConfig.empty(toString(), dialect) : read());
            last = known;
        }
        return known.config;
    }

    /** What tells one state of the file from another; empty if there is no file. */
    private List<Object> stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.isDirectory() || now.isOther() && !isNullDevice()) {
                throw new CredentialsUnavailableException(
                        this + " is no file" + (demand.isEmpty() ? "" : ": " + demand));
            }
            return List.of(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        } catch (NoSuchFileException e) {
            return missing();
        } catch (IOException | SecurityException e) {
            if (!Files.isDirectory(parent()) && Files.isReadable(parent())) {
                return missing(); // below something that is no folder, such as /dev/null
            }
            throw unreadable(e);
        }
    }

    /** Docker alone takes an empty file for one without credentials; Podman and Skopeo call it damaged. */
    private boolean mustHoldSomething() {
        return hadContent || !isNullDevice() && (!demand.isEmpty() || dialect == Dialect.PODMAN);
    }

    /** Whoever names it wants no credentials. */
    private boolean isNullDevice() {
        return path.equals(Path.of("/dev/null"));
    }

    private Path parent() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    private List<Object> missing() {
        if (!demand.isEmpty()) {
            throw new CredentialsUnavailableException(this + " is not there: " + demand);
        }
        if (hadContent) {
            last = null;
            throw new CredentialsUnavailableException(
                    this + " is not there any more, and was read before: log in again,"
                            + " or let it hold {} to go on without credentials");
        }
        return List.of();
    }

    private AuthConfig read() {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(MAX_BYTES + 1);
        } catch (IOException | SecurityException e) {
            throw unreadable(e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new CredentialsUnavailableException(this + " is larger than 4 MiB: that is no file of credentials");
        }
        Optional<AuthConfig> read = AuthConfig.parse(toString(), dialect, bytes);
        if (read.isPresent()) {
            hadContent = true;
        } else if (mustHoldSomething()) {
            throw new CredentialsUnavailableException(this + " is empty; it may just be being written: try again,"
                    + " or let it hold {} to go on without credentials");
        }
        return read.orElseGet(() -> AuthConfig.empty(toString(), dialect));
    }

    private CredentialsUnavailableException unreadable(Exception cause) {
        return new CredentialsUnavailableException(
                this + " cannot be read; is it another user's?",
                PathName.isContent(path) ? null : cause); // the cause quotes the path
    }

    @Override
    public String absence() {
        return Files.exists(path) ? "nothing for it" : "no such file";
    }

    @Override
    public String toString() {
        return PathName.of(path);
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
