package io.github.registryclient.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // threads are those of the whole JVM
class LeaksTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void a_thread_of_a_client_is_found_until_it_ends() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Leaks leaks = Leaks.watch();
        Thread worker = new Thread(() -> await(end), "registry-client-worker-1");
        worker.start();
        try {
            assertThat(leaks.clientsWithThreads()).containsExactly("registry-client-worker-1");
            assertThatThrownBy(() -> leaks.awaitNoThreads(SHORT))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("registry-client-worker-1")
                    .hasMessageContaining("CountDownLatch");
        } finally {
            end.countDown();
            worker.join();
        }
        assertThatCode(() -> leaks.awaitNoThreads(LONG)).doesNotThrowAnyException();
    }

    @Test
    void a_client_of_the_jdk_is_found_until_it_is_unreachable() {
        Leaks leaks = Leaks.watch();
        HttpClient client = HttpClient.newHttpClient();
        try {
            assertThat(leaks.clientsWithThreads()).hasSize(1).allMatch(name -> name.matches("HttpClient-\\d+"));
            assertThatThrownBy(() -> leaks.awaitNoThreads(SHORT)).isInstanceOf(AssertionError.class);
        } finally {
            Reference.reachabilityFence(client);
        }

        client = null;

        assertThatCode(() -> leaks.awaitNoThreads(LONG)).doesNotThrowAnyException();
    }

    @Test
    void what_was_there_before_is_no_leak() {
        HttpClient client = HttpClient.newHttpClient();
        try {
            assertThat(Leaks.watch().clientsWithThreads()).isEqualTo(Set.of());
        } finally {
            Reference.reachabilityFence(client);
        }
    }

    @Test
    void an_open_connection_is_found_until_it_is_closed() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: only Linux tells a process its sockets");
        try (EchoServer server = new EchoServer()) {
            int port = server.uri().getPort();
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(open.isConnected()).isTrue();
                assertThatThrownBy(() -> Leaks.awaitNoConnections(port, SHORT))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("connections to port " + port + " are left");
            }
            assertThatCode(() -> Leaks.awaitNoConnections(port, LONG)).doesNotThrowAnyException();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
