package io.github.registryclient.cleanup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCacheTest {
    private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");
    private static final int SIZE = 100;
    private static final byte[] DOCUMENT = content(7);
    private static final Digest DIGEST = Digest.sha256(DOCUMENT);

    @TempDir
    Path temp;

    @Test
    void what_was_kept_is_found_by_the_next_run() {
        cache(10_000, START).keep(DIGEST, DOCUMENT);

        assertThat(cache(10_000, START).find(DIGEST)).hasValue(DOCUMENT);
        assertThat(cache(10_000, START).find(digest(8))).isEmpty();
    }

    @Test
    void a_digest_by_sha512_is_kept_too() {
        Digest digest =
                Digest.of("sha512:" + "0".repeat(128)).sameAlgorithm(DOCUMENT).orElseThrow();
        cache(10_000, START).keep(digest, DOCUMENT);

        assertThat(cache(10_000, START).find(digest)).hasValue(DOCUMENT);
    }

    @Test
    void what_cannot_be_checked_is_not_kept() throws IOException {
        Digest unknown = Digest.of("blake3:abc");
        FolderCache cache = cache(10_000, START);
        cache.keep(unknown, DOCUMENT);

        assertThat(cache.find(unknown)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_cut_file_is_forgotten_and_kept_anew() throws IOException {
        FolderCache cache = cache(10_000, START);
        cache.keep(DIGEST, DOCUMENT);
        Files.write(onlyFile(), new byte[0]);

        assertThat(cache.find(DIGEST)).isEmpty();
        cache.keep(DIGEST, DOCUMENT);
        assertThat(cache.find(DIGEST)).hasValue(DOCUMENT);
    }

    @Test
    void an_altered_file_is_forgotten() throws IOException {
        FolderCache cache = cache(10_000, START);
        cache.keep(DIGEST, DOCUMENT);
        Files.write(onlyFile(), content(9));

        assertThat(cache.find(DIGEST)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_folder_where_a_file_should_be_is_no_document() throws IOException {
        Path place = new CachedFiles(folder()).of(DIGEST);
        Files.createDirectories(place);
        FolderCache cache = cache(10_000, START);

        assertThat(cache.find(DIGEST)).isEmpty();
        assertThatCode(() -> cache.keep(DIGEST, DOCUMENT)).doesNotThrowAnyException();
    }

    @Test
    void a_folder_that_cannot_be_made_is_done_without() throws IOException {
        Files.writeString(folder(), "a file is in the way");
        FolderCache cache = cache(10_000, START);
        cache.keep(DIGEST, DOCUMENT);
        cache.keep(DIGEST, DOCUMENT);

        assertThat(cache.find(DIGEST)).isEmpty();
        assertThat(folder()).hasContent("a file is in the way");
    }

    @Test
    void what_was_used_longest_ago_goes_when_it_is_full() throws IOException {
        for (int i = 0; i < 10; i++) {
            cache(10 * SIZE, START.plusSeconds(i)).keep(digest(i), content(i));
        }
        Instant nextDay = START.plus(Duration.ofDays(1));
        FolderCache cache = cache(10 * SIZE, nextDay);
        assertThat(cache.find(digest(0))).isPresent();
        cache.keep(digest(10), content(10));

        assertThat(kept(0, 11)).containsExactly(0, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void of_what_was_used_in_the_same_second_only_as_much_goes_as_has_to() throws IOException {
        FolderCache cache = cache(10 * SIZE, START);
        for (int i = 0; i <= 10; i++) {
            cache.keep(digest(i), content(i));
        }

        assertThat(kept(0, 11)).hasSize(9);
    }

    @Test
    void files_of_others_in_the_folder_stay() throws IOException {
        Path own = Files.createDirectories(folder().resolve("sha256")).resolve("notes.txt");
        Files.writeString(own, "x".repeat(5000));
        Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
        FolderCache cache = cache(2 * SIZE, START);
        IntStream.range(0, 20).forEach(i -> cache.keep(digest(i), content(i)));

        assertThat(own).exists();
        assertThat(kept(0, 20)).isNotEmpty();
    }

    @Test
    void what_a_killed_run_left_unfinished_goes_with_the_oldest() throws IOException {
        Path left = Files.createDirectories(folder().resolve("sha256/ab")).resolve(OwnFiles.UNFINISHED + "1.tmp");
        Files.write(left, new byte[SIZE]);
        Files.setLastModifiedTime(left, FileTime.from(START.minusSeconds(9)));
        FolderCache cache = cache(2 * SIZE, START);
        IntStream.range(0, 2).forEach(i -> cache.keep(digest(i), content(i)));

        assertThat(left).doesNotExist();
    }

    @Test
    void a_document_larger_than_the_cache_is_not_kept() throws IOException {
        cache(SIZE - 1, START).keep(DIGEST, DOCUMENT);

        assertThat(files()).isEmpty();
    }

    @Test
    void many_threads_may_use_it_and_it_stays_bounded() throws IOException {
        FolderCache cache = cache(20 * SIZE, START);
        IntStream.range(0, 400).parallel().forEach(i -> {
            cache.keep(digest(i % 50), content(i % 50));
            cache.find(digest((i + 1) % 50));
        });
        cache.keep(DIGEST, DOCUMENT);

        assertThat(files())
                .hasSizeLessThanOrEqualTo(20)
                .allMatch(file -> file.toFile().length() == SIZE);
        assertThat(kept(0, 50)).isNotEmpty();
    }

    @Test
    void an_interrupted_thread_keeps_nothing_and_the_next_one_does() throws IOException {
        FolderCache cache = cache(10_000, START);
        Thread.currentThread().interrupt();
        cache.keep(digest(1), content(1));
        assertThat(Thread.interrupted()).isTrue();
        cache.keep(DIGEST, DOCUMENT);

        assertThat(cache.find(DIGEST)).isPresent();
        assertThat(files()).allMatch(file -> !file.getFileName().toString().startsWith(OwnFiles.UNFINISHED));
    }

    @Test
    void only_the_owner_reads_what_is_kept() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        cache(10_000, START).keep(DIGEST, DOCUMENT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_size_below_one_is_refused() {
        assertThatThrownBy(() -> new FolderCache(folder(), 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least 1 byte, not 0");
    }

    private Path folder() {
        return temp.resolve("cache");
    }

    private FolderCache cache(long maxBytes, Instant now) {
        return new FolderCache(folder(), maxBytes, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Integer> kept(int from, int to) {
        FolderCache cache = cache(1 << 20, START);
        return IntStream.range(from, to)
                .filter(i -> cache.find(digest(i)).isPresent())
                .boxed()
                .collect(Collectors.toList());
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    private static Digest digest(int number) {
        return Digest.sha256(content(number));
    }

    private static byte[] content(int number) {
        return String.format("%0" + SIZE + "d", number).getBytes(StandardCharsets.UTF_8);
    }
}
