package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Isolated;

/** A process that opens and closes clients all day. Alone, because it looks at the threads of the JVM. */
@Isolated
class ManyClientsTest {
    private static final int CLIENTS = 200;
    private static final int JAVA_THAT_CLOSES_ITS_CLIENT = 21;
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final RepositoryName SILENT = RepositoryName.of("team/silent");
    private static final Digest DIGEST = Digest.of(Samples.sha256("x"));
    private static final List<Tag> TAGS =
            IntStream.range(0, 5).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());

    private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

    private static void answer(Exchange exchange) throws IOException {
        if (exchange.line().contains("/silent/")) {
            exchange.hold();
        } else if (exchange.line().contains("/tags/list")) {
            String names = TAGS.stream().map(tag -> "\"" + tag + "\"").collect(Collectors.joining(","));
            exchange.reply(200, "{\"name\":\"team/app\",\"tags\":[" + names + "]}", "Content-Type: application/json");
        } else if (exchange.line().contains("/blobs/")) {
            exchange.head(200, 1 << 20);
            exchange.send(new byte[1000]);
            exchange.hold();
        } else {
            exchange.reply(200, "", "Docker-Content-Digest: " + DIGEST);
        }
    }

    private Set<String> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("HttpClient-") || name.startsWith("registry-client-"))
                .collect(Collectors.toSet());
    }

    private static void use(RegistryClient client) throws IOException {
        assertThat(client.listTags(APP).toList()).isEqualTo(TAGS);
        assertThat(client.resolveTags(APP, TAGS).digests()).hasSize(TAGS.size());
        InputStream leftOpen = client.openBlob(APP, DIGEST);
        assertThat(leftOpen.read()).isZero();
    }

    /** Closes the client while it waits for answers: of its own, of a view's, and of a future's. */
    private static void closeInFlight(ScriptedServer server, HttpRegistryClient client, RegistryClient view) {
        long asked = silences(server);
        AsyncRegistryClient async = AsyncRegistryClient.over(view);
        List<BackgroundCall> calls = List.of(
                BackgroundCall.start(() -> client.getManifestDigest(SILENT, DIGEST)),
                BackgroundCall.start(() -> view.listTags(SILENT).toList()),
                BackgroundCall.start(() -> view.resolveTags(SILENT, TAGS.subList(0, 2))));
        CompletableFuture<?> future = async.getManifestDigest(SILENT, DIGEST);
        await().pollInterval(Duration.ofMillis(5)).until(() -> silences(server) == asked + 5);
        client.close();
        async.close();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.failure()).isInstanceOf(ClientClosedException.class))
                .noneMatch(BackgroundCall::wasInterrupted);
        await().until(future::isCompletedExceptionally);
    }

    private static long silences(ScriptedServer server) {
        return server.exchanges().stream()
                .filter(exchange -> exchange.line().contains("/silent/"))
                .count();
    }

    /** At once where the JDK's client can be closed; before, its threads end when it is collected as garbage. */
    private void awaitNothingLeft(ScriptedServer server) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    if (Runtime.version().feature() < JAVA_THAT_CLOSES_ITS_CLIENT) {
                        System.gc();
                    }
                    assertThat(threadsLeft()).isEmpty();
                    assertThat(server.openConnections()).isZero();
                });
    }

    private static HttpRegistryClient open(ScriptedServer server) {
        return HttpRegistryClient.builder(server.url())
                .attemptTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void two_hundred_clients_opened_used_and_closed_leave_no_thread_and_no_connection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ManyClientsTest::answer)) {
            for (int i = 0; i < CLIENTS; i++) {
                try (HttpRegistryClient client = open(server)) {
                    use(client);
                    use(client.with(Credentials.basic("account-" + i, "secret")));
                }
            }
            awaitNothingLeft(server);
        }
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_16, max = JRE.JAVA_20, disabledReason = "there the JDK itself leaves some")
    void a_hundred_clients_closed_while_they_wait_for_answers_leave_none_either() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ManyClientsTest::answer)) {
            for (int i = 0; i < CLIENTS / 2; i++) {
                HttpRegistryClient client = open(server);
                HttpRegistryClient view = client.with(Credentials.basic("account-" + i, "secret"));
                use(client);
                use(view);
                closeInFlight(server, client, view);
            }
            awaitNothingLeft(server);
        }
    }
}
