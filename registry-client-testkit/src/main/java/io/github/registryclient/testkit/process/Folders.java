package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that a registry may be writing to while they are looked at. */
final class Folders {
    private Folders() {}

    static Path createTemporary(String name) {
        try {
            return Files.createTempDirectory("registry-testkit-" + name + "-");
        } catch (IOException e) {
            throw new RegistryProcessException("no temporary folder could be made", e);
        }
    }

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RegistryProcessException("folder " + folder + " could not be made", e);
        }
    }

    static long bytes(Path folder) {
        long[] sum = {0};
        walk(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    static void delete(Path folder) {
        walk(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void walk(Path folder, SimpleFileVisitor<Path> visitor) {
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            throw new RegistryProcessException("folder " + folder + " could not be walked", e);
        }
    }
}
