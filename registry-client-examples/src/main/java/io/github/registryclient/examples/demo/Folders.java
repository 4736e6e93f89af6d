package io.github.registryclient.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes folders away that a process, on its last breath, may still write to. */
final class Folders {
    private static final int ATTEMPTS = 20;

    private Folders() {}

    static void delete(Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            try (Stream<Path> found = Files.walk(folder)) {
                List<Path> deepestFirst =
                        found.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | java.io.UncheckedIOException changedMeanwhile) {
                Thread.onSpinWait();
            }
        }
    }
}
