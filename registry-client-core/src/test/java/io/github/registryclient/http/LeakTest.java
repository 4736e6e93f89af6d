package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Isolated;

/** What a closed client leaves behind: no thread, no connection. Alone, because it looks at the threads of the JVM. */
@Isolated
class LeakTest {
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

    /** Answers by path: right, refusing, cut, half, or with a blob. */
    private static void answer(Exchange exchange) throws IOException {
        String line = exchange.line();
        if (line.contains("/cut")) {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            exchange.cut();
        } else if (line.contains("/large")) {
            exchange.head(500, 1 << 20);
            exchange.send(new byte[1 << 20]);
        } else if (line.contains("/blobs/")) {
            exchange.head(200, 1 << 20);
            exchange.send(new byte[1000]);
            exchange.hold();
        } else {
            exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256("x"));
        }
    }

    private List<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().startsWith("HttpClient-")
                        || thread.getName().startsWith("registry-client-"))
                .collect(Collectors.toList());
    }

    private void awaitNothingLeft(ScriptedServer server) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    System.gc(); // before Java 21 the JDK's client ends its threads when it is collected
                    assertThat(clientThreads()).isEmpty();
                    assertThat(server.openConnections()).isZero();
                });
    }

    private static void ignoringRefusals(Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (RegistryException expected) {
            // this is about what is left behind
        }
    }

    @Test
    void closed_clients_leave_no_threads_and_no_connections() throws Exception {
        try (ScriptedServer server = new ScriptedServer(LeakTest::answer)) {
            List<Tag> tags =
                    IntStream.range(0, 40).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());
            for (int i = 0; i < 10; i++) {
                try (HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).retries(0).build()) {
                    client.resolveTags(app, tags);
                    ignoringRefusals(() -> client.getManifest("cut", "1.0"));
                    ignoringRefusals(() -> client.getManifest("large", "1.0"));
                    InputStream leftOpen = client.openBlob(app, Digest.of(Samples.sha256("b")));
                    assertThat(leftOpen.read()).isZero();
                }
            }
            awaitNothingLeft(server);
        }
    }

    @Test
    @DisabledForJreRange(min = JRE.JAVA_16, max = JRE.JAVA_20, disabledReason = "there the JDK itself leaves some")
    void clients_closed_with_calls_in_flight_leave_none_either() throws Exception {
        try (ScriptedServer server = new ScriptedServer(LeakTest::answer)) {
            for (int i = 0; i < 10; i++) {
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .retries(0)
                        .attemptTimeout(Duration.ofSeconds(2))
                        .build();
                List<BackgroundCall> calls = IntStream.range(0, 6)
                        .mapToObj(call -> BackgroundCall.start(() -> untilClosed(client)))
                        .collect(Collectors.toList());
                int asked = server.exchanges().size();
                await().until(() -> server.exchanges().size() > asked + 20);
                client.close();
                assertThat(calls)
                        .allSatisfy(call -> assertThat(call.failure()).isInstanceOf(ClientClosedException.class));
            }
            awaitNothingLeft(server);
        }
    }

    private Digest untilClosed(HttpRegistryClient client) {
        Digest last = null;
        while (last == null || !Thread.currentThread().isInterrupted()) {
            last = client.getManifestDigest("team/app", "1.0");
        }
        return last;
    }

    @Test
    void failures_leave_no_connection_behind_while_the_client_is_open() throws Exception {
        try (ScriptedServer server = new ScriptedServer(LeakTest::answer);
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .retries(0)
                        .concurrency(2)
                        .attemptTimeout(Duration.ofSeconds(5))
                        .build()) {
            for (int i = 0; i < 20; i++) {
                ignoringRefusals(() -> client.getManifest("cut", "1.0"));
                ignoringRefusals(() -> client.getManifest("large", "1.0"));
                client.openBlob(app, Digest.of(Samples.sha256("b"))).close();
            }
            assertThat(client.getManifestDigest("team/app", "1.0")).isNotNull();
            await().untilAsserted(() -> assertThat(server.openConnections()).isLessThanOrEqualTo(1));
        }
    }

    @Test
    void a_call_that_fails_before_it_is_sent_keeps_its_place_free() {
        try (ScriptedServer server =
                        new ScriptedServer(exchange -> exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\""));
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .retries(0)
                        .concurrency(1)
                        .credentials((host, repository) -> {
                            throw new IllegalStateException("the vault is sealed");
                        })
                        .build()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> client.getManifestDigest("team/app", "1.0"))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }
}
