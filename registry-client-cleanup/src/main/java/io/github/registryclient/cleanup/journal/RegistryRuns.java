package io.github.registryclient.cleanup.journal;

import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The runs of a registry in its folder. */
final class RegistryRuns {
    /** In bytes: for what nobody can tell beforehand, such as causes. */
    private static final long RESERVE = 16 << 20;

    private static final String ELSEWHERE = ", or name another folder with --journal";

    private final RunFiles files;
    private final RunReading reading;
    private final Disk disk;

    RegistryRuns(Path folder, String registry, Disk disk) {
        this.files = new RunFiles(folder.resolve("runs"));
        this.reading = new RunReading(files, registry);
        this.disk = disk;
    }

    FolderRunLog begin(RunHeader header, long bytes) {
        RunFiles.check(header.id());
        try {
            makeSureOfRoom(bytes);
            if (files.isThere(header.id())) {
                throw new JournalException(
                        RunFiles.shown(files.folder()) + " has a run " + header.id()
                                + " already: resume it, or give this one another name",
                        null);
            }
            return FolderRunLog.begin(header, disk, files);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void makeSureOfRoom(long bytes) throws IOException {
        long needed = Math.max(bytes, 0) + RESERVE;
        long room = disk.room(files.folder());
        if (room < needed) {
            throw new JournalException(
                    "the journal in " + RunFiles.shown(files.folder()) + " needs " + mebibytes(needed)
                            + " MiB for this run, and its disk has room for " + room / (1 << 20) + " MiB: free "
                            + mebibytes(needed - room) + " MiB there" + ELSEWHERE,
                    null);
        }
    }

    private static long mebibytes(long bytes) {
        return (bytes >> 20) + 1;
    }

    private JournalException unwritable(IOException e) {
        return new JournalException(
                "the journal cannot be written to " + RunFiles.shown(files.folder()) + ": "
                        + Excerpt.of(String.valueOf(e)) + "; make that folder writable for this account" + ELSEWHERE,
                e);
    }

    FolderRunLog resume(String id) {
        RunFiles.check(id);
        FolderRunRecord run = reading.read(id)
                .orElseThrow(() -> new JournalException(
                        RunFiles.shown(files.folder()) + " has no run " + id
                                + ": name the folder that has with --journal",
                        null));
        try {
            return FolderRunLog.resume(run, disk, files);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    List<RunRecord> all() {
        return read(true);
    }

    List<RunRecord> unfinished() {
        return read(false).stream().filter(run -> !run.isEnded()).collect(Collectors.toUnmodifiableList());
    }

    /** By the names of files alone. */
    Optional<String> newest() {
        try {
            List<String> ids = files.all();
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
        } catch (IOException e) {
            throw RunReading.unreadable(files.folder(), e);
        }
    }

    private List<RunRecord> read(boolean all) {
        List<RunRecord> runs = new ArrayList<>();
        try {
            (all ? files.all() : files.running()).forEach(id -> reading.read(id).ifPresent(runs::add));
        } catch (IOException e) {
            throw RunReading.unreadable(files.folder(), e);
        }
        return List.copyOf(runs);
    }

    int forget(Instant before) {
        List<RunRecord> forgettable = new Retention(all()).forgettable(before);
        for (RunRecord run : forgettable) {
            try {
                Files.deleteIfExists(files.ended(run.header().id()));
                Files.deleteIfExists(files.running(run.header().id()));
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        return forgettable.size();
    }
}
