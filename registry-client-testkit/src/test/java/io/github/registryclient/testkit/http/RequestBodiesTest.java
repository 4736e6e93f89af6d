package io.github.registryclient.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request's body ends (RFC 9112, 6 and 7). */
class RequestBodiesTest {
    private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";

    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = Echo.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_stated_length_ends_the_body() throws IOException {
        assertThat(RawClient.exchange(server, POST + "Content-Length: 5\r\n\r\nhello" + NEXT))
                .isEqualTo(Echo.answer("POST /", "hello") + Echo.answer("GET /next", ""));
    }

    @Test
    void without_a_length_there_is_no_body() throws IOException {
        assertThat(RawClient.exchange(server, POST + "\r\n" + NEXT))
                .isEqualTo(Echo.answer("POST /", "") + Echo.answer("GET /next", ""));
    }

    @Test
    void get_may_have_a_body_too() throws IOException {
        assertThat(RawClient.exchange(server, "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx" + NEXT))
                .isEqualTo(Echo.answer("GET /", "x") + Echo.answer("GET /next", ""));
    }

    @Test
    void an_empty_line_before_a_request_is_skipped() throws IOException {
        assertThat(RawClient.exchange(server, POST + "Content-Length: 5\r\n\r\nhello\r\n" + NEXT))
                .isEqualTo(Echo.answer("POST /", "hello") + Echo.answer("GET /next", ""));
    }

    @Test
    void chunks_are_put_together_and_extensions_and_trailers_left_out() throws IOException {
        String body =
                "5;ieof\r\nhello\r\n00A ; a=\"b\"\r\n, chunked \r\n5\r\nworld\r\n0\r\nX-Trailer: 1\r\nY: 2\r\n\r\n";

        assertThat(RawClient.exchange(server, CHUNKED + body + NEXT))
                .isEqualTo(Echo.answer("POST /", "hello, chunked world") + Echo.answer("GET /next", ""));
    }

    @Test
    void codings_are_told_in_any_case() throws IOException {
        assertThat(RawClient.exchange(server, POST + "transfer-encoding: Chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"))
                .isEqualTo(Echo.answer("POST /", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n",
                "\r\n",
                "-1\r\nx\r\n",
                "+1\r\nx\r\n",
                "0x1\r\nx\r\n",
                "1 \r\nx\r\n",
                " 1\r\nx\r\n",
                "1\nx\n0\n\n",
                "1\r\nxy\r\n0\r\n\r\n",
                "2\r\nx\r\n0\r\n\r\n",
                "1\r\nx\n0\r\n\r\n",
                "1;a\nb\r\nx\r\n0\r\n\r\n",
                "10000000000000001\r\nx\r\n0\r\n\r\n",
                "0\r\nTrailer : x\r\n\r\n",
                "0\r\nX: 1\r\n 2\r\n\r\n",
            })
    void chunks_that_could_be_read_in_two_ways_are_refused(String body) throws IOException {
        assertThat(RawClient.exchange(server, CHUNKED + body + "\r\n" + NEXT))
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close")
                .doesNotContain("/next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\n\r\nhell", "Transfer-Encoding: chunked\r\n\r\n5\r\nhell"})
    void a_body_cut_short_is_an_end_of_file_to_the_handler_and_no_failure(String rest) throws Exception {
        BlockingQueue<Exception> seen = new ArrayBlockingQueue<>(1);
        List<Throwable> failures = new ArrayList<>();
        Handler handler = request -> {
            try {
                request.body().readAllBytes();
            } catch (IOException e) {
                seen.add(e);
                throw e;
            }
            return Response.of(200);
        };
        try (HttpServer own =
                HttpServer.start(handler, HttpServerOptions.defaults().onFailure(failures::add))) {
            assertThat(RawClient.exchange(own, POST + rest)).isEmpty();
            assertThat(seen.poll(1, TimeUnit.MINUTES)).isInstanceOf(EOFException.class);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void large_bodies_arrive_whole() throws IOException {
        String content = "0123456789abcdef".repeat(20_000);
        String chunks = "4e200\r\n" + content + "\r\n0\r\n\r\n";

        assertThat(RawClient.exchange(server, POST + "Content-Length: 320000\r\n\r\n" + content))
                .isEqualTo(Echo.answer("POST /", content));
        assertThat(RawClient.exchange(server, CHUNKED + chunks)).isEqualTo(Echo.answer("POST /", content));
    }
}
