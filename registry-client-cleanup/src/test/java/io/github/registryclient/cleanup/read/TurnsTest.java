package io.github.registryclient.cleanup.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns<String> turns = new Turns<>();
    private final Map<String, String> read = new ConcurrentHashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();

    private String read(String key, CountDownLatch begun, CountDownLatch mayEnd) {
        return turns.take(
                key,
                () -> read.computeIfAbsent(key, first -> {
                    fetched.incrementAndGet();
                    begun.countDown();
                    await(mayEnd);
                    return "document";
                }));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_comes_second_waits_and_finds_what_the_first_has_read() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        FutureTask<String> first = new FutureTask<>(() -> read("a", begun, mayEnd));
        FutureTask<String> second = new FutureTask<>(() -> turns.take("a", () -> read.getOrDefault("a", "nothing")));
        new Thread(first, "first").start();
        begun.await();
        Thread waiting = new Thread(second, "second");
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();

        assertThat(first.get()).isEqualTo("document");
        assertThat(second.get()).isEqualTo("document");
        assertThat(fetched).hasValue(1);
    }

    @Test
    void after_a_failure_the_next_one_tries_itself() {
        assertThatThrownBy(() -> turns.take("a", () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(turns.take("a", () -> "document")).isEqualTo("document");
    }
}
