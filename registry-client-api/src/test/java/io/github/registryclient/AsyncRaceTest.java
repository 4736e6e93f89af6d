package io.github.registryclient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of cancellations at every moment of a call; a seed repeats who waits how long, not what the scheduler does. */
class AsyncRaceTest {
    private static final int ROUNDS = 3000;

    /** One thread that tells of every interrupt flag which a call leaves behind or which reaches it between two calls. */
    private static final class StrictThread implements Executor, AutoCloseable {
        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private final AtomicInteger strays = new AtomicInteger();
        private final Thread thread = new Thread(this::work, "strict");
        private volatile boolean over;

        StrictThread() {
            thread.setDaemon(true);
            thread.start();
        }

        private void work() {
            while (!over) {
                try {
                    tasks.take().run();
                } catch (InterruptedException e) {
                    strays.incrementAndGet();
                }
                if (Thread.interrupted()) {
                    strays.incrementAndGet();
                }
            }
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void close() {
            over = true;
            tasks.add(() -> {});
        }
    }

    private static void spin(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whenever_a_call_is_cancelled_no_interrupt_strays_and_nothing_stays_open(long seed) throws Exception {
        Random random = new Random(seed);
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger delivered = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger interruptedStages = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<?>[] current = new CompletableFuture<?>[1];
        int[] patience = new int[1];
        Thread canceller = new Thread(() -> {
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    together.await(30, SECONDS);
                    spin(patience[0]);
                    if (current[0].cancel(true)) {
                        cancelled.incrementAndGet();
                    }
                    together.await(30, SECONDS);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        canceller.setDaemon(true);
        canceller.start();
        try (StrictThread thread = new StrictThread();
                AsyncRegistryClient async = AsyncRegistryClient.over(RecordingClient.idle(), thread)) {
            for (int i = 0; i < ROUNDS; i++) {
                int turns = random.nextInt(400);
                patience[0] = random.nextInt(800);
                CompletableFuture<Closeable> future = async.call(registry -> {
                    opened.incrementAndGet();
                    spin(turns);
                    return closed::incrementAndGet;
                });
                CompletableFuture<?> stage = future.thenAccept(result -> {
                    spin(turns);
                    delivered.incrementAndGet();
                    if (Thread.currentThread().isInterrupted()) {
                        interruptedStages.incrementAndGet();
                    }
                });
                current[0] = future;
                together.await(30, SECONDS);
                together.await(30, SECONDS);
                assertThat(future).isDone();
                CompletableFuture<Void> behind = new CompletableFuture<>();
                thread.execute(() -> behind.complete(null));
                behind.get(30, SECONDS);
                assertThat(stage).as("seed " + seed + ", round " + i).isDone();
            }
            assertThat(thread.strays).as("stray interrupts, seed " + seed).hasValue(0);
        }
        assertThat(interruptedStages).hasValue(0);
        assertThat(opened.get()).as("opened").isEqualTo(delivered.get() + closed.get());
        assertThat(cancelled.get() + delivered.get()).as("ended").isEqualTo(ROUNDS);
        assertThat(cancelled.get()).as("cancelled").isBetween(1, ROUNDS - 1);
    }
}
