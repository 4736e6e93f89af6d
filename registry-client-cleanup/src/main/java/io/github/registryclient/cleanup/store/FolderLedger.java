package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a ledger for each registry in a folder: one file that is replaced as a whole, and a mark beside it that one was begun. Without
 * its ledger a registry that has the mark is refused, for what was known of untagged indexes and of promoted images is lost with it.
 * The folder has to be kept as the plans are: with it, mark and all, every memory of a ledger is gone. Only their owner can read the
 * files, where the file system knows such a thing. Thread-safe; of two programs that save at a time the last one's ledger stays.
 */
public final class FolderLedger implements FirstSeenLedger {
    private static final String REMEDY =
            "put a copy of it back, or begin a new one by --new-ledger (startingAnew()): children"
                    + " of indexes stay then, and first sights count as unknown, until it is as old as the policy's longest term";

    private final Path folder;
    private final Clock clock;
    private final boolean anew;
    private final Set<String> begunAnew = ConcurrentHashMap.newKeySet();

    /**
     * Ledgers in a folder; nothing is read or made yet.
     *
     * @param folder made when a ledger is saved, if it is missing
     */
    public FolderLedger(Path folder) {
        this(folder, Clock.systemUTC());
    }

    /**
     * Ledgers in a folder; nothing is read or made yet.
     *
     * @param folder made when a ledger is saved, if it is missing
     * @param clock tells when a ledger begins that replaces one
     */
    public FolderLedger(Path folder, Clock clock) {
        this(folder, clock, false);
    }

    private FolderLedger(Path folder, Clock clock, boolean anew) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        this.anew = anew;
    }

    /**
     * Begins a new ledger for each registry, whatever is there: an empty one, which says that it stands in for one that was lost.
     * What is there stays until the new one is saved; from then on that is the registry's ledger.
     *
     * @return ledgers in the same folder
     */
    public FolderLedger startingAnew() {
        return new FolderLedger(folder, clock, true);
    }

    /**
     * What is remembered of a registry.
     *
     * @param registry the registry's address
     * @return empty if no ledger was begun here
     * @throws InvalidInputException if one was begun and is lost, cut, altered or of a version that is not known here, with file, line
     *     and remedy
     */
    @Override
    public Optional<LedgerRecord> load(String registry) {
        LedgerNames names = new LedgerNames(folder, registry);
        if (anew && !begunAnew.contains(registry)) {
            return Optional.of(LedgerRecord.builder()
                    .began(clock.instant())
                    .replacesLost(true)
                    .build());
        }
        try (InputStream in = Files.newInputStream(names.ledger())) {
            return Optional.of(new LedgerReader(new LedgerLines(in), registry).read());
        } catch (InvalidInputException e) {
            throw refused(names, "the ledger was cut, altered, or written by another release: " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            if (isThere(names)) {
                throw refused(names, "the ledger of " + Excerpt.of(registry) + " is lost: there is no such file", e);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw refused(names, "the ledger cannot be read: " + e, e);
        }
    }

    /** Only a clear no is one: a folder that cannot be looked into may well hold a mark. */
    private static boolean isThere(LedgerNames names) {
        try {
            Files.readAttributes(names.mark(), BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw refused(names, "it cannot be told whether a ledger was begun: " + e, e);
        }
    }

    private static InvalidInputException refused(LedgerNames names, String what, Exception e) {
        return new InvalidInputException(Excerpt.of(names.ledger().toString()) + ": " + what + "; " + REMEDY, e);
    }

    /**
     * Remembers.
     *
     * @param registry the registry's address
     * @param record what to remember, in the place of what was
     * @throws InvalidInputException if it cannot be written, with file and remedy; then what was remembered stays
     */
    @Override
    public void save(String registry, LedgerRecord record) {
        LedgerNames names = new LedgerNames(folder, registry);
        try {
            OwnFiles.makeFolder(folder);
            OwnFiles.write(names.ledger(), true, out -> new LedgerWriter(out).write(registry, record));
            if (!Files.exists(names.mark())) {
                OwnFiles.write(names.mark(), true, names::writeMark);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the ledger cannot be written to "
                            + Excerpt.of(names.ledger().toString()) + ": " + e
                            + "; make its folder writable and free some space, or name another folder",
                    e);
        }
        begunAnew.add(registry);
    }
}
