package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Never more connections than allowed. */
class ConcurrencyTest {
    private static final int ALLOWED = 3;
    private static final String DIGEST = Samples.sha256("x");

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ScriptedServer server = new ScriptedServer(exchange -> {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            answer.await();
        } catch (InterruptedException e) {
            return;
        } finally {
            inside.decrementAndGet();
        }
        exchange.reply(200, "", "Docker-Content-Digest: " + DIGEST);
    });
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .retries(0)
            .concurrency(ALLOWED)
            .build();
    private final RepositoryName app = RepositoryName.of("team/app");

    @AfterEach
    void stop() {
        answer.countDown();
        client.close();
        server.close();
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());
    }

    @Test
    void a_client_that_was_told_nothing_sends_eight_requests_at_a_time() {
        try (HttpRegistryClient untold =
                HttpRegistryClient.builder(server.url()).retries(0).build()) {
            BackgroundCall call = BackgroundCall.start(() -> untold.resolveTags(app, tags(20)));
            await().until(() -> inside.get() == 8);
            answer.countDown();
            call.result();
            assertThat(most).hasValue(8);
        }
    }

    @Test
    void calls_of_many_threads_share_the_allowed_connections() {
        List<BackgroundCall> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(BackgroundCall.start(() -> client.getManifestDigest("team/app", "1.0")));
        }
        await().until(() -> inside.get() == ALLOWED);
        calls.forEach(BackgroundCall::awaitBlocked);
        answer.countDown();
        assertThat(calls).allSatisfy(call -> assertThat(call.result()).isEqualTo(Digest.of(DIGEST)));
        assertThat(most).hasValue(ALLOWED);
        assertThat(server.mostConnections()).isEqualTo(ALLOWED);
    }

    @Test
    void bulk_calls_and_single_calls_share_them_too() {
        List<BackgroundCall> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(BackgroundCall.start(() -> client.resolveTags(app, tags(50))));
        }
        await().until(() -> inside.get() == ALLOWED);
        calls.add(BackgroundCall.start(() -> client.getManifestDigest("team/app", "1.0")));
        answer.countDown();
        assertThat(calls).allSatisfy(call -> assertThat(call.result()).isNotNull());
        assertThat(most).hasValue(ALLOWED);
        assertThat(server.mostConnections()).isEqualTo(ALLOWED);
    }

    @Test
    void connections_are_used_again() {
        answer.countDown();
        for (int i = 0; i < 20; i++) {
            client.getManifestDigest("team/app", "1.0");
        }
        assertThat(server.mostConnections()).isEqualTo(1);
    }
}
