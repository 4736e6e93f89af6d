package io.github.registryclient.testkit.registry.store;

import static io.github.registryclient.testkit.registry.store.StoreFixture.name;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StoreConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 100;

    @Test
    void pushes_and_deletions_beside_each_other_lose_nothing_of_others() throws Exception {
        Store store = Store.open(new MemoryStorage());
        StoreFixture fill = new StoreFixture(store);
        Digest shared = fill.blob("a", "shared");

        together(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                fill.image("a", shared, ",\"stays\":" + thread, "stays-" + thread);
                Digest gone = fill.image("a", shared, ",\"goes\":\"" + thread + "-" + round + "\"", "goes-" + thread);
                assertThat(store.deleteManifest(name("a"), gone)).isTrue();
                store.collect(false, false);
            }
        });

        assertThat(store.tags(name("a"))).hasSize(THREADS);
        assertThat(store.manifests(name("a"))).hasSize(THREADS);
        assertThat(store.contents()).hasSize(THREADS + 1);
    }

    @Test
    void a_collection_sees_each_manifest_with_its_tags_or_not_at_all() throws Exception {
        Store store = Store.open(new MemoryStorage());
        StoreFixture fill = new StoreFixture(store);
        Digest blob = fill.blob("a", "kept");
        fill.image("a", blob, "", "kept");

        together(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                Digest pushed = fill.image("a", blob, ",\"n\":\"" + thread + "-" + round + "\"", "t-" + thread);
                assertThat(store.manifest(name("a"), Tag.of("t-" + thread)))
                        .hasValueSatisfying(found -> assertThat(found.digest()).isEqualTo(pushed));
                Garbage garbage = store.collect(true, false);
                assertThat(garbage.contents()).doesNotContainKeys(pushed, blob);
            }
        });

        assertThat(store.contents()).hasSize(THREADS + 2);
    }

    @Test
    void chunks_sent_at_once_are_taken_one_after_the_other() throws Exception {
        Store store = Store.open(new MemoryStorage());
        Upload upload = store.uploads().start(name("a"));
        byte[] chunk = new byte[1000];

        together(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                while (upload.append(upload.size(), new ByteArrayInputStream(chunk), Long.MAX_VALUE) < 0) {
                    Thread.onSpinWait();
                }
            }
        });

        assertThat(upload.size()).isEqualTo((long) THREADS * ROUNDS * chunk.length);
    }

    @Test
    void the_same_blob_pushed_at_once_is_stored_once() throws Exception {
        Store store = Store.open(new MemoryStorage());
        StoreFixture fill = new StoreFixture(store);

        together(thread -> fill.blob("a" + thread, "blob"));

        assertThat(store.contents()).isEqualTo(Map.of(Digest.sha256("blob".getBytes(UTF_8)), 4L));
        assertThat(store.repositories("", 99)).hasSize(THREADS);
    }

    private interface Work {
        void run(int thread) throws IOException;
    }

    private static void together(Work work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    work.run(thread);
                    return true;
                });
            }
            for (Future<Boolean> done : workers.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
