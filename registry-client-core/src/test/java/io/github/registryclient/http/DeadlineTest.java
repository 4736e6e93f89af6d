package io.github.registryclient.http;

import static io.github.registryclient.http.server.ScriptedServer.showingManifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.http.server.ScriptedServer.Script;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Every call ends: the headers within the attempt, everything within the call. */
class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    private final RepositoryName app = RepositoryName.of("team/app");
    private final Tag tag = Tag.of("1.0");
    private final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));

    private static HttpRegistryClientBuilder to(ScriptedServer server) {
        return HttpRegistryClient.builder(server.url()).retries(0);
    }

    /** A byte now and then, so that nothing ever stalls and nothing ever ends. */
    private static void trickle(Exchange exchange) throws IOException {
        exchange.head(200, 1_000_000, "Content-Type: " + Samples.OCI_MANIFEST);
        for (int i = 0; i < 1_000_000; i++) {
            exchange.send(" ");
            LockSupport.parkNanos(20_000_000); // the server's slowness is what is tested
        }
    }

    private static void assertEnds(HttpRegistryClientBuilder settings, ScriptedServer server) {
        try (HttpRegistryClient client = settings.build()) {
            assertThatThrownBy(() -> client.getManifest("team/app", "1.0"))
                    .isInstanceOf(DeadlineExceededException.class);
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void a_silent_server_ends_the_attempt() {
        try (ScriptedServer server = new ScriptedServer(Exchange::hold)) {
            assertEnds(to(server).attemptTimeout(SHORT), server);
        }
    }

    @Test
    void a_server_that_stops_inside_the_headers_ends_the_attempt() {
        Script script = exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Le");
            exchange.hold();
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertEnds(to(server).attemptTimeout(SHORT), server);
        }
    }

    @Test
    void a_body_that_trickles_ends_with_the_call() {
        try (ScriptedServer server = new ScriptedServer(DeadlineTest::trickle)) {
            assertEnds(to(server).callTimeout(SHORT), server);
        }
    }

    @Test
    void an_error_body_that_trickles_ends_with_the_call() {
        Script script = exchange -> {
            exchange.send("HTTP/1.1 500 Oops\r\n\r\n");
            exchange.hold();
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertEnds(to(server).callTimeout(SHORT), server);
        }
    }

    @Test
    void a_deletion_has_a_deadline_of_its_own() {
        try (ScriptedServer server = new ScriptedServer(showingManifest(exchange -> {
                    LockSupport.parkNanos(1_000_000_000); // longer than the attempt may take
                    exchange.reply(202, "");
                }));
                HttpRegistryClient client =
                        to(server).attemptTimeout(SHORT).callTimeout(SHORT).build()) {
            assertThat(client.deleteTag(app, tag).toString()).isEqualTo("DELETED");
        }
    }

    @Test
    void a_deletion_that_outlasts_its_deadline_leaves_open_what_became_of_it() {
        try (ScriptedServer server = new ScriptedServer(showingManifest(Exchange::hold));
                HttpRegistryClient client = to(server).deleteTimeout(SHORT).build()) {
            assertThatThrownBy(() -> client.deleteTag(app, tag))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("unknown");
        }
    }

    @Test
    void an_accepted_deletion_whose_body_never_ends_is_not_waited_for_all_five_minutes() {
        try (ScriptedServer server = new ScriptedServer(showingManifest(exchange -> {
                    exchange.send("HTTP/1.1 202 Accepted\r\n\r\n");
                    exchange.hold();
                }));
                HttpRegistryClient client = to(server).attemptTimeout(SHORT).build()) {
            assertThatThrownBy(() -> client.deleteTag(app, tag)).isInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void the_deadline_is_read_from_the_clients_clock() {
        AtomicLong now = new AtomicLong(1_000_000);
        try (ScriptedServer server = new ScriptedServer(exchange -> {
                    now.addAndGet(Duration.ofMinutes(3).toMillis());
                    exchange.reply(307, "", "Location: /elsewhere");
                });
                HttpRegistryClient client = to(server).clock(new Steered(now)).build()) {
            assertThatThrownBy(() -> client.getManifest(app, digest)).isInstanceOf(DeadlineExceededException.class);
            assertThat(server.exchanges()).hasSize(1);
        }
    }

    /** A clock that shows what it is told. */
    private static final class Steered extends Clock {
        private final AtomicLong millis;

        Steered(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
