package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files of a registry's runs: {@code ID.running.jsonl} until a run has ended, then {@code ID.jsonl}. */
final class RunFiles {
    private static final String ENDED = ".jsonl";
    private static final String RUNNING = ".running.jsonl";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Path folder;

    RunFiles(Path folder) {
        this.folder = folder;
    }

    static void check(String id) {
        if (!ID.matcher(id).matches()) {
            throw InvalidInputException.of(
                    "name of a run", id, "expected at most 100 letters, digits, '-' and '_', as it names a file");
        }
    }

    Path folder() {
        return folder;
    }

    Path running(String id) {
        return folder.resolve(id + RUNNING);
    }

    Path ended(String id) {
        return folder.resolve(id + ENDED);
    }

    boolean isEnded(String id) {
        return Files.exists(ended(id));
    }

    boolean isThere(String id) {
        return Files.exists(running(id)) || Files.exists(ended(id));
    }

    /** The names of all runs, the oldest first. */
    List<String> all() throws IOException {
        TreeSet<String> ids = new TreeSet<>(ids(RUNNING));
        ids.addAll(ids(ENDED));
        return List.copyOf(ids);
    }

    /** The names of those that have not ended, the oldest first. */
    List<String> running() throws IOException {
        return ids(RUNNING);
    }

    /** Other files are none of its business. */
    private List<String> ids(String ending) throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String id = name.substring(0, name.length() - ending.length());
                if (ID.matcher(id).matches()) {
                    ids.add(id);
                }
            }
        } catch (NoSuchFileException nothingWasWritten) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        ids.sort(null);
        return ids;
    }

    /** For messages. */
    static String shown(Path file) {
        return Excerpt.of(file.toString());
    }
}
