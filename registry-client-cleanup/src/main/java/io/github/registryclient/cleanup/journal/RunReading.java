package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Digest;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a run from its file, manifests left where they are. */
final class RunReading {
    private static final String REMEDY =
            "; put a copy of the file back, or move it away, which gives up undoing what that" + " run did";

    private final RunFiles files;
    private final String registry;

    RunReading(RunFiles files, String registry) {
        this.files = files;
        this.registry = registry;
    }

    /** Empty where there is no such run, or one that was killed before its head was written. It may end while it is looked for. */
    Optional<FolderRunRecord> read(String id) {
        for (Path file : List.of(files.running(id), files.ended(id), files.running(id))) {
            if (Files.exists(file)) {
                try (InputStream in = new FileInputStream(file.toFile())) {
                    return read(id, file, new RunLines(in));
                } catch (FileNotFoundException e) {
                    if (Files.exists(file)) {
                        throw unreadable(file, e);
                    }
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            }
        }
        return Optional.empty();
    }

    static JournalException unreadable(Path file, IOException e) {
        return new JournalException(
                RunFiles.shown(file) + ": the journal cannot be read: " + Excerpt.of(String.valueOf(e))
                        + "; make it readable for this account",
                e);
    }

    static JournalException damaged(Path file, int line, RuntimeException e) {
        return new JournalException(
                RunFiles.shown(file) + ": line " + line + ": " + Excerpt.of(String.valueOf(e.getMessage())) + REMEDY,
                e);
    }

    private Optional<FolderRunRecord> read(String id, Path file, RunLines lines) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        Map<Digest, KeptManifest> kept = new HashMap<>();
        try {
            if (!lines.next()) {
                return nothing(id, file);
            }
            RunHeader header = header(id, lines);
            while (lines.next()) {
                LineReader line = new LineReader(lines.object());
                if (line.isManifest()) {
                    kept.putIfAbsent(line.digest(), new KeptManifest(files, id, lines.number(), lines.place()));
                } else {
                    entries.add(line.entry());
                }
            }
            FolderRunRecord record = new FolderRunRecord(header, entries, kept, lines);
            if (file.equals(files.ended(id)) && !record.isEnded()) {
                throw new InvalidInputException(
                        "the run has ended, and its end is not here: the file was cut or changed");
            }
            return Optional.of(record);
        } catch (InvalidInputException e) {
            throw damaged(file, lines.number(), e);
        }
    }

    private Optional<FolderRunRecord> nothing(String id, Path file) {
        if (file.equals(files.ended(id))) {
            throw new InvalidInputException("the run has ended, and the file is empty or has only a part of a line");
        }
        return Optional.empty();
    }

    private RunHeader header(String id, RunLines lines) {
        RunHeader header = new LineReader(lines.object()).header();
        if (!header.registry().equals(registry)) {
            throw new InvalidInputException("expected a run of " + registry + ", not of " + header.registry());
        }
        if (!header.id().equals(id)) {
            throw new InvalidInputException("expected run " + id + ", as the file's name says, not " + header.id());
        }
        return header;
    }
}
