package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's life: how it begins to listen, what it does with failures, and that nothing is left of it. */
class HttpServerTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration LONG = Duration.ofDays(1000);

    @TempDir
    Path directory;

    private static List<String> threads(HttpServer server) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("testkit-http-" + server.port() + "-"))
                .collect(Collectors.toList());
    }

    private static void awaitOpen(HttpServer server, int connections) {
        Eventually.await(() -> server.openConnections() == connections);
    }

    @Test
    void its_end_is_the_end_of_every_connection_delay_and_thread() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        Handler handler = request -> {
            switch (request.path()) {
                case "/delay":
                    return Response.of(200).delivery(Delivery.honest().delayBefore(LONG));
                case "/silence":
                    return Response.of(200).delivery(Delivery.honest().cutBeforeHead(Cut.SILENCE));
                case "/flood":
                    return Response.of(200).body(new byte[50_000_000]);
                case "/read":
                    return Response.of(200).body(request.body().readAllBytes());
                default:
                    await(never);
                    return Response.of(200);
            }
        };
        List<Throwable> failures = new ArrayList<>();
        HttpServer server =
                HttpServer.start(handler, HttpServerOptions.defaults().onFailure(failures::add));
        List<RawClient> clients = new ArrayList<>();
        for (String path : List.of("/delay", "/silence", "/flood", "/read", "/wait")) {
            RawClient client = new RawClient(server);
            client.send("PUT " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n");
            clients.add(client);
        }
        clients.add(new RawClient(server));
        awaitOpen(server, clients.size());

        server.close();

        Eventually.await(() -> threads(server).isEmpty());
        assertThat(server.openConnections()).isZero();
        assertThat(failures).isEmpty();
        assertThatThrownBy(() -> new RawClient(server)).isInstanceOf(ConnectException.class);
        assertThatCode(server::close).doesNotThrowAnyException();
        for (RawClient client : clients) {
            client.close();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Test
    void who_ends_it_while_being_interrupted_waits_for_its_handlers_all_the_same() throws IOException {
        Thread ending = Thread.currentThread();
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Handler handler = request -> {
            try {
                begun.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                long late = System.nanoTime() + Duration.ofMillis(500).toNanos();
                while (ending.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < late) {
                    Thread.onSpinWait(); // as if it had something to write yet
                }
                done.set(true);
            }
            return Response.of(200);
        };
        HttpServer server = HttpServer.start(handler, HttpServerOptions.defaults());
        try (RawClient client = new RawClient(server)) {
            client.send(REQUEST);
            await(begun);

            Thread.currentThread().interrupt();
            server.close();

            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
            assertThat(done).as("the handler has ended").isTrue();
        }
    }

    @Test
    void a_handler_may_end_it() throws IOException {
        AtomicReference<HttpServer> own = new AtomicReference<>();
        HttpServer server = HttpServer.start(
                request -> {
                    own.get().close();
                    return Response.of(200);
                },
                HttpServerOptions.defaults());
        own.set(server);

        try (RawClient client = new RawClient(server)) {
            client.send(REQUEST);
            assertThat(client.rest()).isEmpty();
        } catch (IOException reset) {
            assertThat(server.acceptedConnections()).isEqualTo(1);
        }
        Eventually.await(() -> threads(server).isEmpty());
    }

    @Test
    void a_connection_is_forgotten_when_it_ends() throws IOException {
        try (HttpServer server = Echo.start()) {
            RawClient.exchange(server, REQUEST);
            awaitOpen(server, 0);
            assertThat(server.acceptedConnections()).isEqualTo(1);
        }
    }

    @Test
    void what_a_handler_throws_is_told_and_answered_with_500_and_the_connection_lasts() throws IOException {
        List<Throwable> failures = new ArrayList<>();
        Handler handler = request -> {
            if (request.path().equals("/")) {
                throw new AssertionError("unexpected");
            }
            throw new IOException("no disk");
        };
        try (HttpServer server =
                HttpServer.start(handler, HttpServerOptions.defaults().onFailure(failures::add))) {
            assertThat(RawClient.exchange(server, REQUEST + REQUEST.replace("/ ", "/2 ")))
                    .containsSubsequence(
                            "HTTP/1.1 500 ", "text/plain", "AssertionError: unexpected", "HTTP/1.1 500 ", "no disk")
                    .doesNotContain("close");
        }
        assertThat(failures).hasSize(2).first().isInstanceOf(AssertionError.class);
    }

    @Test
    void a_body_that_fails_under_way_is_cut_so_that_nobody_takes_it_for_whole() throws IOException {
        List<Throwable> failures = new ArrayList<>();
        Body broken = new Body() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write("begun".getBytes(ISO_8859_1));
                out.flush();
                throw new IllegalStateException("no more");
            }
        };
        try (HttpServer server = HttpServer.start(
                request -> Response.of(200).body(broken),
                HttpServerOptions.defaults().onFailure(failures::add))) {
            assertThat(RawClient.exchange(server, REQUEST)).endsWith("\r\n\r\n5\r\nbegun\r\n");
        }
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_client_that_goes_is_no_failure() throws Exception {
        List<Throwable> failures = new ArrayList<>();
        try (HttpServer server = HttpServer.start(
                request -> Response.of(200).body(new byte[50_000_000]),
                HttpServerOptions.defaults().onFailure(failures::add))) {
            try (RawClient client = new RawClient(server)) {
                client.send(REQUEST);
                client.next(100_000);
            }
            awaitOpen(server, 0);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void part_of_a_file_is_sent() throws IOException {
        Path file = directory.resolve("file");
        Files.writeString(file, "x".repeat(100_000) + "part" + "y".repeat(100_000));
        Handler handler = request ->
                Response.of(206).body(Body.of(file, 99_999, request.path().equals("/long") ? 200_000 : 6));
        try (HttpServer server = HttpServer.start(handler, HttpServerOptions.defaults())) {
            assertThat(RawClient.exchange(server, REQUEST)).endsWith("Content-Length: 6\r\n\r\nxparty");
            assertThat(RawClient.exchange(server, REQUEST.replace("/ ", "/long ")))
                    .contains("Content-Length: 200000\r\n")
                    .endsWith("y");
        }
    }

    @Test
    void accepting_may_be_slow_for_all() throws IOException {
        Duration pause = Duration.ofMillis(60);
        HttpServerOptions options = HttpServerOptions.defaults().acceptDelay(() -> pause);
        try (HttpServer server = HttpServer.start(new Echo(), options)) {
            long begin = System.nanoTime();
            try (RawClient first = new RawClient(server);
                    RawClient second = new RawClient(server)) {
                second.send(REQUEST);
                second.next(1);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(pause.multipliedBy(2));
                first.send(REQUEST);
                assertThat(first.next(1)).isEqualTo("H");
            }
        }
    }

    @Test
    void reading_may_be_slow_for_one() throws IOException {
        BlockingQueue<Duration> pauses = new ArrayBlockingQueue<>(2, false, List.of(LONG, Duration.ZERO));
        HttpServerOptions options = HttpServerOptions.defaults().readDelay(pauses::remove);
        try (HttpServer server = HttpServer.start(new Echo(), options);
                RawClient slow = new RawClient(server)) {
            slow.send(REQUEST);
            Eventually.await(() -> pauses.size() == 1);
            assertThat(RawClient.exchange(server, REQUEST)).startsWith("HTTP/1.1 200 ");
            assertThat(slow.hasMore()).isFalse();
        }
    }

    @Test
    void handlers_of_many_connections_work_at_once() throws Exception {
        CountDownLatch all = new CountDownLatch(50);
        Handler handler = request -> {
            all.countDown();
            await(all);
            return Response.of(200);
        };
        try (HttpServer server = HttpServer.start(handler, HttpServerOptions.defaults())) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                RawClient client = new RawClient(server);
                client.send(REQUEST);
                clients.add(client);
            }
            for (RawClient client : clients) {
                assertThat(client.head()).startsWith("HTTP/1.1 200 ");
                client.close();
            }
            assertThat(all.await(0, TimeUnit.SECONDS)).isTrue();
        }
    }
}
