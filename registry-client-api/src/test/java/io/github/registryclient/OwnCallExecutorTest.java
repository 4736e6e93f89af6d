package io.github.registryclient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a call throws costs another one its turn. */
class OwnCallExecutorTest {
    private final CountDownLatch go = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_call_that_ends_with_an_error_leaves_its_place_to_the_next(boolean handlerThrows) throws Exception {
        OwnCallExecutor executor = new OwnCallExecutor(1);
        try {
            Error thrown = new AssertionError("while a future was completed");
            CompletableFuture<Throwable> told = new CompletableFuture<>();
            executor.execute(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
                    told.complete(e);
                    if (handlerThrows) {
                        throw new IllegalStateException("of the handler");
                    }
                });
                Waiting.forLatch(go);
                throw thrown;
            });
            CompletableFuture<Void> waiting = new CompletableFuture<>();
            executor.execute(() -> waiting.complete(null));
            go.countDown();

            assertThat(waiting).succeedsWithin(10, SECONDS);
            assertThat(told).isCompletedWithValue(thrown);
            CompletableFuture<Void> later = new CompletableFuture<>();
            executor.execute(() -> later.complete(null));
            assertThat(later).succeedsWithin(10, SECONDS);
        } finally {
            executor.close();
        }
    }

    @Test
    void a_result_that_nobody_gets_and_that_does_not_close_well_does_not_either() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (AsyncRegistryClient async = AsyncRegistryClient.over(RecordingClient.idle(), 1)) {
            CompletableFuture<Closeable> unwanted = async.call(registry -> {
                begun.countDown();
                Waiting.forLatch(go);
                return () -> {
                    throw new IllegalStateException("does not close");
                };
            });
            assertThat(begun.await(10, SECONDS)).isTrue();
            CompletableFuture<String> waiting = async.call(registry -> "its turn");
            unwanted.cancel(false);
            go.countDown();

            assertThat(waiting.get(10, SECONDS)).isEqualTo("its turn");
            assertThat(async.call(registry -> "later").get(10, SECONDS)).isEqualTo("later");
        }
    }
}
