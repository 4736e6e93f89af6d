package io.github.registryclient.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections that last, and who ends them (RFC 9112, 9; RFC 9110, 10.1.1). */
class PersistenceTest {
    private static final String EXPECTING =
            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + String.join("", headers) + "\r\n";
    }

    @Test
    void one_connection_serves_request_after_request() throws IOException {
        try (HttpServer server = Echo.start();
                RawClient client = new RawClient(server)) {
            for (int i = 0; i < 3; i++) {
                client.send(get("/" + i));
                String expected = Echo.answer("GET /" + i, "");
                assertThat(client.head() + client.next(("GET /" + i + "[]").length()))
                        .isEqualTo(expected);
            }
            assertThat(server.acceptedConnections()).isEqualTo(1);
        }
    }

    @Test
    void requests_sent_at_once_are_answered_in_their_order() throws IOException {
        StringBuilder requests = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            requests.append(get("/" + i));
            answers.append(Echo.answer("GET /" + i, ""));
        }
        try (HttpServer server = Echo.start()) {
            assertThat(RawClient.exchange(server, requests.toString())).isEqualTo(answers.toString());
        }
    }

    @Test
    void a_client_ends_the_connection_by_saying_so() throws IOException {
        try (HttpServer server = Echo.start();
                RawClient client = new RawClient(server)) {
            client.send(get("/", "Connection: x, Close\r\n") + get("/late"));

            assertThat(client.rest())
                    .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nGET /[]");
        }
    }

    @Test
    void a_handler_ends_the_connection_by_saying_so() throws IOException {
        Response last = Response.of(200).header("Connection", "close");
        try (HttpServer server = HttpServer.start(request -> last, HttpServerOptions.defaults());
                RawClient client = new RawClient(server)) {
            client.send(get("/") + get("/late"));

            assertThat(client.rest()).isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @Test
    void a_body_nobody_reads_is_read_away() throws IOException {
        String chunked = "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        try (HttpServer server = HttpServer.start(
                request -> Response.of(request.path().equals("/next") ? 200 : 401), HttpServerOptions.defaults())) {
            assertThat(RawClient.exchange(
                            server,
                            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello" + chunked + get("/next")))
                    .containsSubsequence("HTTP/1.1 401 ", "HTTP/1.1 401 ", "HTTP/1.1 200 ")
                    .doesNotContain("close");
        }
    }

    @Test
    void one_that_is_too_long_for_that_ends_the_connection_and_the_answer_still_arrives() throws IOException {
        String body = "x".repeat(1_000_000);
        HttpServerOptions options = HttpServerOptions.defaults().drainLimit(1000);
        try (HttpServer server = HttpServer.start(request -> Response.of(401), options)) {
            assertThat(RawClient.exchange(
                            server,
                            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + body + get("/next")))
                    .isEqualTo("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(RawClient.exchange(
                            server,
                            "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nf4240\r\n" + body
                                    + "\r\n0\r\n\r\n" + get("/next")))
                    .isEqualTo("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @Test
    void a_client_that_waits_for_it_is_told_to_go_on_when_the_handler_reads() throws IOException {
        try (HttpServer server = Echo.start();
                RawClient client = new RawClient(server)) {
            client.send(EXPECTING);
            assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("hello");
            client.finish();

            assertThat(client.rest()).isEqualTo(Echo.answer("PUT /", "hello"));
        }
    }

    @Test
    void a_handler_that_does_not_read_asks_for_no_body_and_ends_the_connection() throws IOException {
        try (HttpServer server = HttpServer.start(request -> Response.of(401), HttpServerOptions.defaults());
                RawClient client = new RawClient(server)) {
            client.send(EXPECTING);

            assertThat(client.rest())
                    .isEqualTo("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    }

    @Test
    void http_1_0_knows_nothing_of_going_on() throws IOException {
        try (HttpServer server = Echo.start()) {
            assertThat(RawClient.exchange(server, EXPECTING.replace("1.1", "1.0") + "hello"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("PUT /[hello]");
        }
    }

    @Test
    void an_idle_connection_is_closed_without_a_word() throws IOException {
        HttpServerOptions options = HttpServerOptions.defaults().idleTimeout(Duration.ofMillis(50));
        try (HttpServer server = HttpServer.start(new Echo(), options);
                RawClient client = new RawClient(server)) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void a_request_that_does_not_come_to_its_end_is_answered_with_408() throws IOException {
        HttpServerOptions options = HttpServerOptions.defaults().readTimeout(Duration.ofMillis(50));
        try (HttpServer server = HttpServer.start(new Echo(), options)) {
            for (String begun :
                    new String[] {"GET / HT", "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell"}) {
                try (RawClient client = new RawClient(server)) {
                    client.send(begun);
                    assertThat(client.rest()).startsWith("HTTP/1.1 408 ").contains("Connection: close");
                }
            }
        }
    }

    @Test
    void a_body_may_be_sent_back_while_it_is_read() throws IOException {
        Handler handler = request -> Response.of(200).body(new Body() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(request.body().readAllBytes());
            }
        });
        try (HttpServer server = HttpServer.start(handler, HttpServerOptions.defaults())) {
            assertThat(RawClient.exchange(
                            server, "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello" + get("/")))
                    .isEqualTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        }
    }
}
