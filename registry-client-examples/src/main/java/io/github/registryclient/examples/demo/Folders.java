package io.github.registryclient.examples.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A temporary folder, and how to take it away although a process may write to it on its last breath. */
final class Folders {
    private static final int ATTEMPTS = 20;

    private Folders() {}

    /** A folder that is not there yet. */
    static Path nameTemporary(String prefix) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve(prefix + unique);
    }

    static void create(Path folder) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> ownersOnly = PosixFilePermissions.fromString("rwx------");
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ownersOnly));
            } else {
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " could not be made", e);
        }
    }

    /** The sizes of all files together, while the registry may still clear up. */
    static long bytes(Path folder) {
        long sum = 0;
        for (File file : Objects.requireNonNullElse(folder.toFile().listFiles(), new File[0])) {
            sum += file.isDirectory() ? bytes(file.toPath()) : file.length();
        }
        return sum;
    }

    static void delete(Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            try (Stream<Path> found = Files.walk(folder)) {
                List<Path> deepestFirst =
                        found.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException changedMeanwhile) {
                Thread.onSpinWait();
            }
        }
    }
}
