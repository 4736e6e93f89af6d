package io.github.registryclient.testkit.registry.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorageTest {
    @TempDir
    Path folder;

    enum Kind {
        MEMORY,
        FOLDER;

        Storage open(Path folder) throws IOException {
            return this == MEMORY ? new MemoryStorage() : FolderStorage.open(folder.resolve("not/yet"));
        }
    }

    private Storage storage = new MemoryStorage();

    private void open(Kind kind) throws IOException {
        storage = kind.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        storage.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_piece_is_found_until_it_is_deleted(Kind kind) throws IOException {
        open(kind);
        assertThat(storage.find("a/b")).isEmpty();

        storage.write("a/b", "one".getBytes(UTF_8));
        storage.write("a/b", "three".getBytes(UTF_8));

        assertThat(text(storage, "a/b")).isEqualTo("three");
        assertThat(storage.find("a/b").orElseThrow().size()).isEqualTo(5);
        storage.delete("a/b");
        storage.delete("a/b");
        assertThat(storage.find("a/b")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bytes_are_read_from_any_place(Kind kind) throws IOException {
        open(kind);
        storage.write("a", "hello".getBytes(UTF_8));

        try (InputStream in = storage.find("a").orElseThrow().open(3)) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("lo");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytes_are_added_at_the_end_and_moved_as_a_whole(Kind kind) throws IOException {
        open(kind);
        for (String part : new String[] {"he", "", "llo"}) {
            try (OutputStream out = storage.append("u/1")) {
                out.write(part.getBytes(UTF_8));
            }
        }
        storage.write("c/2", "old".getBytes(UTF_8));

        storage.move("u/1", "c/2");

        assertThat(text(storage, "c/2")).isEqualTo("hello");
        assertThat(storage.find("u/1")).isEmpty();
        assertThatThrownBy(() -> storage.move("u/1", "c/3")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_folder_lists_what_is_below_it_and_not_beside_it(Kind kind) throws IOException {
        open(kind);
        for (String path : new String[] {"a/b", "a/b-c/d", "a-b/c", "ab", "a0/x"}) {
            storage.write(path.equals("a/b") ? "a/b/e" : path, new byte[1]);
        }

        assertThat(storage.list("a")).containsExactlyInAnyOrder("a/b/e", "a/b-c/d");
        assertThat(storage.list("a/b")).containsExactly("a/b/e");
        assertThat(storage.list("none")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_sees_the_old_bytes_or_the_new_ones(Kind kind) throws Exception {
        open(kind);
        String old = "o".repeat(100_000);
        String young = "y".repeat(100_000);
        storage.write("a", old.getBytes(UTF_8));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> written = writer.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    storage.write("a", (i % 2 == 0 ? young : old).getBytes(UTF_8));
                }
                return true;
            });
            do {
                assertThat(text(storage, "a")).isIn(old, young);
            } while (!written.isDone());
            written.get();
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void what_a_killed_run_left_unfinished_is_removed() throws IOException {
        storage = FolderStorage.open(folder);
        storage.write("unfinished/half", new byte[3]);
        storage.close();

        FolderStorage.open(folder).close();

        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    }

    private static String text(Storage storage, String path) throws IOException {
        return new String(storage.find(path).orElseThrow().bytes(), UTF_8);
    }
}
