package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps documents in files below a folder, for the next run. When it is full, those that were not used for longest go. Only their
 * owner can read them, where the file system knows such a thing. Thread-safe; several programs may use one folder, whose size is then
 * kept to less precisely.
 *
 * <p>It never fails: a file that was cut or altered is forgotten, and where nothing can be written nothing is kept, which is logged
 * once.
 */
public final class FolderCache implements DocumentCache {
    /** Far more than a registry takes for a manifest: 4 MiB. */
    static final int LARGEST_DOCUMENT = 16 << 20;

    private static final Duration SAME_USE = Duration.ofHours(1);

    private final Path folder;
    private final CachedFiles files;
    private final long maxBytes;
    private final Clock clock;
    private long bytes = -1;
    private volatile boolean writable = true;

    /**
     * A cache in a folder; nothing is read or made yet.
     *
     * @param folder made when something is kept, if it is missing
     * @param maxBytes how much it may hold, in bytes
     * @throws InvalidInputException if that is not positive
     */
    public FolderCache(Path folder, long maxBytes) {
        this(folder, maxBytes, Clock.systemUTC());
    }

    /**
     * A cache in a folder; nothing is read or made yet.
     *
     * @param folder made when something is kept, if it is missing
     * @param maxBytes how much it may hold, in bytes
     * @param clock tells when documents are used
     * @throws InvalidInputException if the size is not positive
     */
    public FolderCache(Path folder, long maxBytes, Clock clock) {
        if (maxBytes < 1) {
            throw new InvalidInputException("expected a cache of at least 1 byte, not " + maxBytes);
        }
        this.folder = folder.toAbsolutePath();
        this.files = new CachedFiles(this.folder);
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> find(Digest digest) {
        if (!digest.isVerifiable()) {
            return Optional.empty();
        }
        Path file = files.of(digest);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            byte[] content = read(file);
            if (digest.sameAlgorithm(content).filter(digest::equals).isEmpty()) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            if (attributes.lastModifiedTime().toInstant().plus(SAME_USE).isBefore(clock.instant())) {
                used(file);
            }
            return Optional.of(content);
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** A file that is longer is not what was kept. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_DOCUMENT);
        }
    }

    private void used(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException readOnlyOrGone) {
            // then it counts as used when it was written
        }
    }

    @Override
    public void keep(Digest digest, byte[] content) {
        if (!writable || !digest.isVerifiable() || content.length > Math.min(maxBytes, LARGEST_DOCUMENT)) {
            return;
        }
        Path file = files.of(digest);
        try {
            OwnFiles.makeFolder(file.resolveSibling(""));
            OwnFiles.write(file, false, out -> out.write(content));
            used(file);
            count(content.length);
        } catch (ClosedByInterruptException cancelled) {
            // only this plan ends; the thread stays interrupted
        } catch (IOException e) {
            stop(e);
        }
    }

    /** What others write in the meantime is counted when room is made. */
    private synchronized void count(int written) throws IOException {
        bytes = bytes < 0 ? files.bytes() : bytes + written;
        if (bytes > maxBytes) {
            bytes = files.freeTo(maxBytes - maxBytes / 10); // room for many, as each time all files are looked at
        }
    }

    private synchronized void stop(IOException reason) {
        if (writable) {
            writable = false;
            System.getLogger("io.github.registryclient.cleanup.cache")
                    .log(
                            System.Logger.Level.WARNING,
                            "the cache in {0} cannot be written, so nothing more is kept there: {1}",
                            folder,
                            reason);
        }
    }
}
