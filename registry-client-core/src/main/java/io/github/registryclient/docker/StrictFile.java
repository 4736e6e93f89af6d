package io.github.registryclient.docker;

import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.internal.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Reads a file of credentials, or says why not: who empties or takes it away for a moment must not make nobody of the account. */
final class StrictFile {
    private static final int MAX_BYTES = 4 << 20;

    private final Path path;
    private final Dialect dialect;
    /** Who says that it has to be there; empty where it may be missing. */
    private final String demand;
    /** Whether it ever had content. */
    private volatile boolean hadContent;

    StrictFile(Path path, Dialect dialect, String demand) {
        this.path = path;
        this.dialect = dialect;
        this.demand = demand;
    }

    /** What tells one state of the file from another; empty if there is no file. */
    List<Object> stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.isDirectory() || now.isOther() && !isNullDevice()) {
                throw problem("is no file" + (demand.isEmpty() ? "" : ": " + demand));
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

    private List<Object> missing() {
        if (!demand.isEmpty()) {
            throw problem("is not there: " + demand);
        }
        if (hadContent) {
            throw problem("is not there any more, and was read before: log in again,"
                    + " or let it hold {} to go on without credentials");
        }
        return List.of();
    }

    private Path parent() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    /** What it holds now. */
    AuthConfig read() {
        Optional<AuthConfig> read = AuthConfig.parse(toString(), dialect, bytes());
        if (read.isPresent()) {
            hadContent = true;
        } else if (mustHoldSomething()) {
            throw problem("is empty; it may just be being written: try again,"
                    + " or let it hold {} to go on without credentials");
        }
        return read.orElseGet(() -> AuthConfig.empty(toString(), dialect));
    }

    private byte[] bytes() {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(MAX_BYTES + 1);
        } catch (IOException | SecurityException e) {
            throw unreadable(e);
        }
        if (bytes.length > MAX_BYTES) {
            throw problem("is larger than 4 MiB: that is no file of credentials");
        }
        return bytes;
    }

    /** Docker alone takes an empty file for one without credentials; Podman and Skopeo call it damaged. */
    private boolean mustHoldSomething() {
        return hadContent || !isNullDevice() && (!demand.isEmpty() || dialect == Dialect.PODMAN);
    }

    /** Whoever names it wants no credentials. */
    private boolean isNullDevice() {
        return path.equals(Path.of("/dev/null"));
    }

    private CredentialsUnavailableException unreadable(Exception cause) {
        return new CredentialsUnavailableException(
                this + " cannot be read; is it another user's?",
                PathName.isContent(path) ? null : cause); // the cause quotes the path
    }

    private CredentialsUnavailableException problem(String what) {
        return new CredentialsUnavailableException(this + " " + what);
    }

    @Override
    public String toString() {
        return PathName.of(path);
    }
}
