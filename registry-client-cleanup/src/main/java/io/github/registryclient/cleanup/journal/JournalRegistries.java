package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.InvalidInputException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whose runs lie in a journal's folder, by what the heads of the runs say. */
final class JournalRegistries {
    private final Path folder;

    JournalRegistries(Path folder) {
        this.folder = folder;
    }

    List<String> all() {
        try {
            return read();
        } catch (NoSuchFileException nothingWasWritten) {
            return List.of();
        } catch (IOException e) {
            throw RunReading.unreadable(folder, e);
        }
    }

    private List<String> read() throws IOException {
        TreeSet<String> registries = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path one : folders) {
                registry(new RunFiles(one.resolve("runs"))).ifPresent(registries::add);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return List.copyOf(registries);
    }

    /** One head tells: the folder's name is that of its registry. */
    private static Optional<String> registry(RunFiles files) throws IOException {
        for (String id : files.all()) {
            Path file = Files.exists(files.ended(id)) ? files.ended(id) : files.running(id);
            try (InputStream in = new FileInputStream(file.toFile())) {
                RunLines lines = new RunLines(in);
                if (lines.next()) {
                    return Optional.of(new LineReader(lines.object()).header().registry());
                }
            } catch (InvalidInputException e) {
                throw RunReading.damaged(file, 1, e);
            }
        }
        return Optional.empty();
    }
}
