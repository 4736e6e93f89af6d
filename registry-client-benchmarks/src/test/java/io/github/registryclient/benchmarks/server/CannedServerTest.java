package io.github.registryclient.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CannedServerTest {
    private static final String SMALL = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello";
    private static final String LARGE = "x".repeat(20_000_000);
    private static CannedServer server;

    @BeforeAll
    static void start() {
        server = CannedServer.start(new CannedAnswers()
                .put("GET", "/small", "Content-Type: text/plain\r\n", "hello")
                .put("HEAD", "/small", "Content-Type: text/plain\r\n", "hello")
                .put("GET", "/large", "", LARGE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_get_is_answered_with_its_headers_and_body() throws IOException {
        assertThat(answersTo("GET /small HTTP/1.1\r\nHost: a\r\n\r\n", SMALL.length()))
                .isEqualTo(SMALL);
    }

    @Test
    void a_head_is_answered_without_the_body_that_it_announces() throws IOException {
        String head = SMALL.substring(0, SMALL.length() - 5);
        String request = "HEAD /small HTTP/1.1\r\n\r\n";

        assertThat(answersTo(request + request, head.length() * 2)).isEqualTo(head + head);
    }

    @Test
    void a_request_that_comes_in_pieces_is_answered_once_it_is_complete() throws IOException {
        try (Socket socket = connect()) {
            for (char c : "GET /small HTTP/1.1\r\nHost: a\r\n\r\n".toCharArray()) {
                socket.getOutputStream().write(c);
            }
            assertThat(read(socket, SMALL.length())).isEqualTo(SMALL);
        }
    }

    @Test
    void an_unknown_target_is_not_found() throws IOException {
        assertThat(answersTo("GET /other HTTP/1.1\r\n\r\n", 22)).isEqualTo("HTTP/1.1 404 Not Found");
    }

    @Test
    void an_answer_larger_than_any_socket_buffer_comes_whole() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n";

        assertThat(answersTo("GET /large HTTP/1.1\r\n\r\n", head.length() + LARGE.length())
                        .equals(head + LARGE))
                .isTrue();
    }

    @Test
    void closing_the_server_ends_its_connections() throws IOException {
        CannedServer other = CannedServer.start(new CannedAnswers());
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), other.uri().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo('H');

            other.close();

            assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).startsWith("TTP/1.1 404");
        }
    }

    private static String answersTo(String request, int size) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(socket, size);
        }
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
    }

    private static String read(Socket socket, int size) throws IOException {
        return new String(socket.getInputStream().readNBytes(size), StandardCharsets.US_ASCII);
    }
}
