package io.github.registryclient.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated("a port that is freed here could be another test's the moment after")
class DelayProxyTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(40);

    private EchoServer server;
    private DelayProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new EchoServer();
        proxy = DelayProxy.start(server.uri(), ROUND_TRIP);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void an_exchange_takes_a_round_trip_and_not_two() throws IOException {
        try (Socket socket = connect()) {
            List<Long> nanos = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                long begin = System.nanoTime();
                socket.getOutputStream().write(i);
                assertThat(socket.getInputStream().read()).isEqualTo(i);
                nanos.add(System.nanoTime() - begin);
            }
            assertThat(nanos).allMatch(time -> time >= ROUND_TRIP.toNanos());
            assertThat(nanos).anyMatch(time -> time < 2 * ROUND_TRIP.toNanos());
        }
    }

    @Test
    void latency_does_not_add_up_over_connections_or_bytes() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                sockets.add(connect());
            }
            long begin = System.nanoTime();
            for (Socket socket : sockets) {
                socket.getOutputStream().write(new byte[] {1, 2, 3});
                socket.getOutputStream().write(new byte[] {4, 5, 6});
            }
            for (Socket socket : sockets) {
                assertThat(socket.getInputStream().readNBytes(6)).containsExactly(1, 2, 3, 4, 5, 6);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(ROUND_TRIP, ROUND_TRIP.multipliedBy(32 / 2));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void much_arrives_as_it_was_sent_also_when_the_reader_is_late() throws Exception {
        byte[] sent = new byte[30_000_000];
        new Random(7).nextBytes(sent);
        try (Socket socket = connect()) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(socket, sent));
            InputStream in = socket.getInputStream();
            byte[] first = in.readNBytes(1);

            byte[] rest = in.readAllBytes();

            assertThat(first[0]).isEqualTo(sent[0]);
            assertThat(rest).hasSize(sent.length - 1);
            byte[] received = new byte[sent.length];
            received[0] = first[0];
            System.arraycopy(rest, 0, received, 1, rest.length);
            assertThat(received).isEqualTo(sent);
            writing.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_end_of_stream_travels_behind_the_bytes_and_leaves_the_other_way_open() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {1, 2, 3});
            socket.shutdownOutput();

            assertThat(socket.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        }
        Leaks.awaitNoConnections(proxy, Duration.ofSeconds(10));
    }

    @Test
    void connections_are_counted() throws IOException {
        assertThat(proxy.openConnections()).isZero();
        try (Socket one = connect();
                Socket two = connect()) {
            exchange(one);
            exchange(two);
            assertThat(proxy.openConnections()).isEqualTo(2);
        }
        Leaks.awaitNoConnections(proxy, Duration.ofSeconds(10));
        assertThat(proxy.acceptedConnections()).isEqualTo(2);
    }

    @Test
    void a_server_that_is_not_there_ends_the_clients_connection() throws IOException {
        // Bound but not listening, so that nobody else can be there.
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nowhere = URI.create("http://127.0.0.1:" + nobody.getLocalPort());
            try (DelayProxy toNowhere = DelayProxy.start(nowhere, ROUND_TRIP);
                    Socket socket = new Socket(
                            InetAddress.getLoopbackAddress(), toNowhere.uri().getPort())) {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void a_connection_that_the_server_cuts_is_cut_for_the_client() throws IOException {
        try (Socket socket = connect()) {
            exchange(socket);
            server.sockets().get(0).close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void closing_cuts_connections_and_frees_the_port_and_the_thread() throws IOException {
        try (Socket socket = connect()) {
            exchange(socket);

            proxy.close();
            proxy.close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(proxy.openConnections()).isZero();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName()
                            .equals("testkit-delay-proxy-" + proxy.uri().getPort()));
        }
    }

    @Test
    void a_target_without_port_and_a_negative_time_are_refused() {
        assertThatThrownBy(() -> DelayProxy.start(URI.create("http://localhost"), ROUND_TRIP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DelayProxy.start(server.uri(), Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(proxy.uri().getHost(), proxy.uri().getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void exchange(Socket socket) throws IOException {
        socket.getOutputStream().write(42);
        assertThat(socket.getInputStream().read()).isEqualTo(42);
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
