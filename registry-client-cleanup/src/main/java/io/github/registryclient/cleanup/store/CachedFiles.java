package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The files of a cache: {@code sha256/6c/6c3c…}. Others in its folder are none of its business. Nothing is held in memory of each
 * file, for there may be very many.
 */
final class CachedFiles {
    private static final List<String> ALGORITHMS = List.of("sha256", "sha512");

    private final Path folder;

    CachedFiles(Path folder) {
        this.folder = folder;
    }

    Path of(Digest digest) {
        String name = digest.encoded();
        return folder.resolve(digest.algorithm()).resolve(name.substring(0, 2)).resolve(name);
    }

    long bytes() throws IOException {
        return bySecond().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Removes files in the order of their last use, to the second, until there are no more bytes than this; says how many are left. */
    long freeTo(long bytes) throws IOException {
        Map<Long, Long> bySecond = bySecond();
        long all = bySecond.values().stream().mapToLong(Long::longValue).sum();
        long excess = all - bytes;
        for (Map.Entry<Long, Long> second : bySecond.entrySet()) {
            if (excess <= second.getValue()) {
                return all - remove(second.getKey(), excess);
            }
            excess -= second.getValue();
        }
        return all;
    }

    private Map<Long, Long> bySecond() throws IOException {
        Map<Long, Long> bySecond = new TreeMap<>();
        visit((file, second, size) -> bySecond.merge(second, size, Long::sum));
        return bySecond;
    }

    /** All that was used before this second, and of those used in it as many as it takes. */
    private long remove(long last, long inLast) throws IOException {
        long[] freed = new long[2];
        visit((file, second, size) -> {
            if ((second < last || second == last && freed[1] < inLast) && Files.deleteIfExists(file)) {
                freed[second < last ? 0 : 1] += size;
            }
        });
        return freed[0] + freed[1];
    }

    private void visit(Visitor visitor) throws IOException {
        for (String algorithm : ALGORITHMS) {
            Files.walkFileTree(folder.resolve(algorithm), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && isOurs(algorithm, file)) {
                        visitor.visit(file, attributes.lastModifiedTime().to(TimeUnit.SECONDS), attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE; // another run makes room too
                }
            });
        }
    }

    private static boolean isOurs(String algorithm, Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(OwnFiles.UNFINISHED)
                || Digest.parse(algorithm + ":" + name).isPresent();
    }

    /** Takes a file, the second of its last use, and its size in bytes. */
    private interface Visitor {
        void visit(Path file, long second, long size) throws IOException;
    }
}
