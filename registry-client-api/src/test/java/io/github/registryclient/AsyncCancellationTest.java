package io.github.registryclient;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends a call that nobody waits for any more, and what does not. */
class AsyncCancellationTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CompletableFuture<Throwable> end = new CompletableFuture<>();
    private final AsyncRegistryClient async = AsyncRegistryClient.over(RecordingClient.idle(), 1);

    @AfterEach
    void close() {
        never.countDown();
        async.close();
    }

    private String blocked() {
        begun.countDown();
        try {
            String came = Waiting.forLatch(never);
            end.complete(null);
            return came;
        } catch (CallInterruptedException e) {
            end.complete(e);
            throw e;
        }
    }

    private CompletableFuture<String> underWay() throws Exception {
        CompletableFuture<String> future = async.call(registry -> blocked());
        assertThat(begun.await(10, SECONDS)).isTrue();
        return future;
    }

    private void assertEnded(Consumer<CompletableFuture<String>> how) throws Exception {
        CompletableFuture<String> future = underWay();
        how.accept(future);
        assertThat(end.get(10, SECONDS)).isInstanceOf(CallInterruptedException.class);
        assertThat(async.call(registry -> Thread.currentThread().isInterrupted())
                        .get(10, SECONDS))
                .isFalse();
    }

    @Test
    void cancelling_interrupts_the_call_and_the_future_is_cancelled_at_once() throws Exception {
        assertEnded(future -> {
            assertThat(future.cancel(true)).isTrue();
            assertThat(future).isCancelled();
        });
    }

    @Test
    void cancelling_a_stage_derived_from_the_future_cancels_the_call() throws Exception {
        assertEnded(future -> {
            CompletableFuture<Integer> stage = future.thenApply(String::length).thenApply(length -> length + 1);
            assertThat(stage.cancel(true)).isTrue();
            assertThat(stage).isCancelled();
            assertThat(future).isCancelled();
        });
    }

    @Test
    void a_timeout_of_the_future_ends_the_call() throws Exception {
        assertEnded(future -> assertThat(future.orTimeout(1, MILLISECONDS)
                        .handle((result, thrown) -> thrown)
                        .join())
                .isInstanceOf(TimeoutException.class));
    }

    @Test
    void a_value_that_comes_from_elsewhere_ends_the_call() throws Exception {
        assertEnded(future -> assertThat(future.complete("known")).isTrue());
    }

    @Test
    void cancelling_without_interruption_lets_a_call_that_has_begun_run_on() throws Exception {
        CompletableFuture<String> future = underWay();
        assertThat(future.cancel(false)).isTrue();
        assertThat(future).isCancelled();
        never.countDown();
        assertThat(end.get(10, SECONDS)).isNull();
    }

    @Test
    void who_gets_a_minimal_stage_cannot_cancel() throws Exception {
        CompletableFuture<String> future = underWay();
        future.minimalCompletionStage().toCompletableFuture().cancel(true);
        never.countDown();
        assertThat(future.get(10, SECONDS)).isEqualTo("came");
    }

    @Test
    void a_call_that_waits_for_its_turn_never_begins_when_cancelled_either_way() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        assertThat(underWay()).isNotDone();
        CompletableFuture<?> queued = async.call(registry -> ran.getAndSet(true));
        CompletableFuture<?> gently = async.call(registry -> ran.getAndSet(true));
        CompletableFuture<String> last = async.call(registry -> "last");
        assertThat(queued.cancel(true)).isTrue();
        assertThat(gently.cancel(false)).isTrue();
        never.countDown();
        assertThat(last.get(10, SECONDS)).isEqualTo("last");
        assertThat(ran).isFalse();
    }

    @Test
    void on_an_executor_of_the_users_too_a_cancelled_call_never_begins() {
        Deque<Runnable> queue = new ArrayDeque<>();
        AtomicBoolean ran = new AtomicBoolean();
        try (AsyncRegistryClient waiting = AsyncRegistryClient.over(RecordingClient.idle(), queue::add)) {
            waiting.call(registry -> ran.getAndSet(true)).cancel(true);
            queue.forEach(Runnable::run);
        }
        assertThat(queue).hasSize(1);
        assertThat(ran).isFalse();
    }

    @Test
    void what_a_call_opens_for_nobody_is_closed() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Closeable opened = () -> closed.complete(true);
        CompletableFuture<Closeable> future = async.call(registry -> {
            blocked();
            return opened;
        });
        assertThat(begun.await(10, SECONDS)).isTrue();
        future.cancel(false);
        never.countDown();
        assertThat(closed.get(10, SECONDS)).isTrue();
    }

    @Test
    void closing_ends_the_call_under_way_with_the_request_that_it_was_in() throws Exception {
        CompletableFuture<String> future = underWay();
        async.close();
        Throwable failure = future.handle((result, thrown) -> thrown).get(10, SECONDS);
        assertThat(failure)
                .isInstanceOf(ClientClosedException.class)
                .hasMessageContaining("DELETE http://registry.example/v2/")
                .hasMessageContaining("unknown")
                .hasCauseInstanceOf(CallInterruptedException.class);
    }

    @Test
    void an_interrupt_by_the_owner_of_the_thread_is_left_to_its_owner() {
        try (AsyncRegistryClient here = AsyncRegistryClient.over(RecordingClient.idle(), Runnable::run)) {
            Thread.currentThread().interrupt();
            CompletableFuture<String> future = here.call(registry -> Waiting.forLatch(never));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(future.handle((result, thrown) -> thrown).join()).isInstanceOf(CallInterruptedException.class);
        }
    }
}
