package io.github.registryclient.docker;

import static io.github.registryclient.docker.Machine.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Helpers are slow and asked before every request, so what they said counts for a while. */
@Timeout(60)
class HelpersTest {
    private static final String HOST = "registry.example.com";

    private final Machine.Hands clock = new Machine.Hands();
    private final AtomicInteger runs = new AtomicInteger();
    private final Helpers helpers = new Helpers(this::run, clock);
    private volatile CountDownLatch open = new CountDownLatch(0);
    private volatile boolean none;
    private volatile boolean failing;

    /** A helper whose passwords are numbered. */
    private HelperOutput run(String program, byte[] input, Supplier<Duration> left)
            throws HelperFailure, InterruptedException {
        int run = runs.incrementAndGet();
        open.await();
        if (failing) {
            throw new HelperFailure("is out of order", null);
        }
        String secret = none
                ? "{\"Username\":\"\",\"Secret\":\"\"}"
                : "{\"Username\":\"" + new String(input, StandardCharsets.UTF_8) + "\",\"Secret\":\"" + run + "\"}";
        return new HelperOutput(0, secret.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private String get(String server) {
        return shown(helpers.within(Place::unhurried).helper("play", server, "a test"));
    }

    private Credentials refresh(Credentials refused) {
        return helpers.otherThan(refused, Place::unhurried).helper("play", HOST, "a test");
    }

    @Test
    void an_answer_counts_for_a_minute_and_for_its_server() {
        assertThat(get(HOST)).isEqualTo(HOST + ":1");
        clock.pass(Helpers.MEMORY.minusMillis(1));
        assertThat(get(HOST)).isEqualTo(HOST + ":1");
        assertThat(get("other")).isEqualTo("other:2");
        clock.pass(Duration.ofMillis(1));
        assertThat(get(HOST)).isEqualTo(HOST + ":3");
    }

    @Test
    void so_does_that_there_is_none() {
        none = true;
        assertThat(get(HOST)).isEqualTo("-");
        none = false;
        assertThat(get(HOST)).isEqualTo("-");
        clock.pass(Helpers.MEMORY);
        assertThat(get(HOST)).isEqualTo(HOST + ":2");
    }

    @Test
    void a_refusal_makes_it_ask_anew_once_for_all_who_were_refused() {
        Credentials refused = helpers.within(Place::unhurried).helper("play", HOST, "a test");

        assertThat(shown(refresh(refused))).isEqualTo(HOST + ":2");
        assertThat(shown(refresh(refused))).isEqualTo(HOST + ":2");
        assertThat(get(HOST)).isEqualTo(HOST + ":2");
        assertThat(runs).hasValue(2);
    }

    @Test
    void a_failure_is_not_remembered() {
        failing = true;
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> get(HOST))
                    .isExactlyInstanceOf(CredentialsUnavailableException.class)
                    .hasMessage("docker-credential-play (a test) is out of order");
            assertThat(runs).hasValue(i);
        }
        failing = false;
        assertThat(get(HOST)).isEqualTo(HOST + ":3");
    }

    @Test
    void threads_that_want_the_same_share_one_run() throws Exception {
        assertThat(sharedRun()).containsOnly(HOST + ":1");
        assertThat(runs).hasValue(1);
    }

    @Test
    void they_share_its_failure_too() {
        failing = true;

        assertThatThrownBy(this::sharedRun)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(CredentialsUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    private List<String> sharedRun() throws Exception {
        open = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            answers.add(answer);
            Thread thread = new Thread(() -> complete(answer));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            await().until(() -> isWaiting(thread));
        }
        open.countDown();
        List<String> all = new ArrayList<>();
        for (CompletableFuture<String> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private void complete(CompletableFuture<String> answer) {
        try {
            answer.complete(get(HOST));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Test
    void who_waits_for_one_that_is_interrupted_takes_its_turn() throws Exception {
        open = new CountDownLatch(1);
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread leader = new Thread(() -> complete(first));
        leader.start();
        await().until(() -> runs.get() == 1 && leader.getState() == Thread.State.WAITING);
        CompletableFuture<String> second = new CompletableFuture<>();
        Thread follower = new Thread(() -> complete(second));
        follower.start();
        await().until(() -> isWaiting(follower));
        leader.interrupt();
        leader.join();
        open.countDown();

        assertThat(second.get()).isEqualTo(HOST + ":2");
        assertThat(first).isCompletedExceptionally();
    }

    @Test
    void who_waits_for_another_one_s_run_waits_no_longer_than_its_own_time() throws Exception {
        open = new CountDownLatch(1);
        CompletableFuture<String> first = new CompletableFuture<>();
        Thread leader = new Thread(() -> complete(first));
        leader.start();
        await().until(() -> runs.get() == 1);

        assertThatThrownBy(() -> helpers.within(() -> Duration.ofMillis(1)).helper("play", HOST, "a test"))
                .isInstanceOf(CredentialsUnavailableException.class)
                .hasMessageContainingAll("docker-credential-play", "a test", "the time that this one had");
        open.countDown();
        assertThat(first.get()).isEqualTo(HOST + ":1");
    }

    @Test
    void who_waits_for_one_whose_time_is_over_takes_its_turn() throws Exception {
        open = new CountDownLatch(1);
        failing = true;
        Thread leader = new Thread(() -> assertThatThrownBy(
                        () -> helpers.within(() -> Duration.ZERO).helper("play", HOST, "a test"))
                .isInstanceOf(CredentialsUnavailableException.class));
        leader.start();
        await().until(() -> runs.get() == 1 && isWaiting(leader));
        CompletableFuture<String> second = new CompletableFuture<>();
        Thread follower = new Thread(() -> complete(second));
        follower.start();
        await().until(() -> isWaiting(follower));
        assertThat(runs).hasValue(1);
        open.countDown();
        leader.join();
        follower.join();

        assertThat(runs).as("each ran it").hasValue(2);
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    void memory_is_bounded() {
        for (int i = 0; i < 10_000; i++) {
            get("host" + i);
        }
        assertThat(helpers.remembered()).isLessThanOrEqualTo(256);
    }
}
