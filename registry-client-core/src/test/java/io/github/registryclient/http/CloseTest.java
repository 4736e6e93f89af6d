package io.github.registryclient.http;

import static io.github.registryclient.http.server.ScriptedServer.showingManifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** How calls end that nobody wants any more: because the client is closed, or because their thread is interrupted. */
class CloseTest {
    private final ScriptedServer silent = new ScriptedServer(Exchange::hold);
    private final HttpRegistryClient client =
            HttpRegistryClient.builder(silent.url()).retries(0).concurrency(2).build();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest digest = Digest.of(Samples.sha256("x"));

    @AfterEach
    void stop() {
        client.close();
        silent.close();
    }

    private BackgroundCall waiting(Callable<?> call) {
        int before = silent.exchanges().size();
        BackgroundCall started = BackgroundCall.start(call);
        await().until(() -> silent.exchanges().size() > before);
        started.awaitBlocked();
        return started;
    }

    @Test
    void a_call_in_flight_ends_with_client_closed_and_without_an_interrupt_flag() {
        BackgroundCall call = waiting(() -> client.getManifestDigest(app, digest));
        client.close();
        assertThat(call.failure()).isInstanceOf(ClientClosedException.class).hasMessageContaining("HEAD ");
        assertThat(call.wasInterrupted()).isFalse();
    }

    @Test
    void a_call_that_waits_for_its_turn_ends_too() {
        List<BackgroundCall> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            calls.add(waiting(() -> client.getManifestDigest(app, digest)));
        }
        BackgroundCall queued = BackgroundCall.start(() -> client.getManifestDigest(app, digest));
        calls.add(queued);
        queued.awaitBlocked();
        client.close();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.failure()).isInstanceOf(ClientClosedException.class))
                .noneMatch(BackgroundCall::wasInterrupted);
        assertThat(silent.exchanges()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_change_in_flight_leaves_open_whether_it_was_made() {
        try (ScriptedServer server = new ScriptedServer(showingManifest(Exchange::hold))) {
            HttpRegistryClient deleting =
                    HttpRegistryClient.builder(server.url()).retries(0).build();
            BackgroundCall call = BackgroundCall.start(() -> deleting.deleteTag("team/app", "1.0"));
            await().until(() -> server.exchanges().size() == 2);
            call.awaitBlocked();
            deleting.close();
            assertThat(call.failure()).isInstanceOf(ClientClosedException.class).hasMessageContaining("unknown");
        }
    }

    @Test
    void later_calls_end_with_client_closed_and_send_nothing() {
        client.close();
        client.close();
        assertThatThrownBy(() -> client.getManifestDigest(app, digest)).isInstanceOf(ClientClosedException.class);
        assertThatThrownBy(() -> client.openBlob(app, digest)).isInstanceOf(ClientClosedException.class);
        assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(ClientClosedException.class);
        assertThatThrownBy(() -> client.resolveTags(app, List.of(io.github.registryclient.name.Tag.of("1"))))
                .isInstanceOf(ClientClosedException.class);
        assertThat(silent.exchanges()).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_interrupted_call_ends_at_once_and_keeps_the_flag() {
        BackgroundCall call = waiting(() -> client.getManifestDigest(app, digest));
        call.interrupt();
        assertThat(call.failure()).isInstanceOf(CallInterruptedException.class);
        assertThat(call.wasInterrupted()).isTrue();
    }

    @Test
    void a_thread_that_is_interrupted_already_sends_nothing() {
        BackgroundCall call = BackgroundCall.start(() -> {
            Thread.currentThread().interrupt();
            return client.getManifestDigest(app, digest);
        });
        assertThat(call.failure()).isInstanceOf(CallInterruptedException.class);
        assertThat(call.wasInterrupted()).isTrue();
    }

    @Test
    void an_answer_that_comes_when_its_caller_has_gone_does_not_hold_its_connection() {
        CountDownLatch gone = new CountDownLatch(1);
        try (ScriptedServer late = new ScriptedServer(exchange -> {
                    try {
                        gone.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    exchange.head(200, 1_000_000);
                    exchange.send(new byte[500_000]);
                    exchange.hold();
                });
                HttpRegistryClient patient =
                        HttpRegistryClient.builder(late.url()).retries(0).build()) {
            BackgroundCall call = BackgroundCall.start(() -> patient.openBlob(app, digest));
            await().until(() -> late.exchanges().size() == 1);
            call.awaitBlocked();
            call.interrupt();
            assertThat(call.failure()).isInstanceOf(CallInterruptedException.class);
            gone.countDown();
            await().until(() -> late.openConnections() == 0);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void from_java_17_on_an_interrupted_call_frees_its_connection() {
        BackgroundCall call = waiting(() -> client.getManifestDigest(app, digest));
        call.interrupt();
        await().until(() -> silent.openConnections() == 0);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_11)
    void on_java_11_the_connection_of_an_interrupted_call_stays_until_its_attempt_timeout() throws Exception {
        BackgroundCall call = waiting(() -> client.getManifestDigest(app, digest));
        call.interrupt();
        assertThat(call.failure()).isInstanceOf(CallInterruptedException.class);
        assertThat(silent.openConnections()).isEqualTo(1);
    }
}
