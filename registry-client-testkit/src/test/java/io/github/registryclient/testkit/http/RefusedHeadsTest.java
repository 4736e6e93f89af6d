package io.github.registryclient.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no HTTP/1.1, or could be read in two ways, is refused and the connection closed (RFC 9112; RFC 9110). */
class RefusedHeadsTest {
    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = Echo.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET /~Host: a~~",
                "400 | GET  / HTTP/1.1~Host: a~~",
                "400 | GET / HTTP/1.1 ~Host: a~~",
                "400 | G(T / HTTP/1.1~Host: a~~",
                "400 | GET / http/1.1~Host: a~~",
                "400 | GET / HTTP/1.10~Host: a~~",
                "400 | GET a HTTP/1.1~Host: a~~",
                "400 | GET * HTTP/1.1~Host: a~~",
                "400 | GET /\u00e9 HTTP/1.1~Host: a~~",
                "400 | GET / HTTP/1.1~~",
                "400 | GET / HTTP/1.1~Host: a~Host: a~~",
                "400 | GET / HTTP/1.1~Host: a/b~~",
                "400 | GET / HTTP/1.1~Host : a~~",
                "400 | GET / HTTP/1.1~Host: a~X~~",
                "400 | GET / HTTP/1.1~Host: a~: x~~",
                "400 | GET / HTTP/1.1~Host: a~X: 1~ 2~~",
                "400 | GET / HTTP/1.1~ Host: a~~",
                "400 | GET / HTTP/1.1~Host: a~X: \u0000~~",
                "400 | GET / HTTP/1.1~Host: a~X: \u007f~~",
                "501 | CONNECT a:443 HTTP/1.1~Host: a~~",
                "505 | PRI * HTTP/2.0~~SM~~",
                "505 | GET / HTTP/0.9~Host: a~~",
                "417 | GET / HTTP/1.1~Host: a~Expect: miracles~~",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 1~Transfer-Encoding: chunked~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 1~~",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 1~~x",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 1, 1~~x",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: +1~~x",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: -1~~x",
                "400 | POST / HTTP/1.1~Host: a~Content-Length: 0x1~~x",
                "400 | POST / HTTP/1.1~Host: a~Content-Length:~~x",
                "413 | POST / HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~x",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked, gzip~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked, chunked~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: identity~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~",
                "400 | POST / HTTP/1.1~Host: a~Transfer-Encoding:~~",
                "501 | POST / HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~",
                "400 | POST / HTTP/1.0~Transfer-Encoding: chunked~~",
            })
    void what_is_no_request_is_refused(int status, String request) throws IOException {
        String answer = RawClient.exchange(server, request.replace("~", "\r\n") + "GET /smuggled HTTP/1.1\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nConnection: close\r\n")
                .doesNotContain("smuggled")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void a_line_that_ends_with_a_bare_lf_is_refused() throws IOException {
        assertThat(RawClient.exchange(server, "GET / HTTP/1.1\nHost: a\n\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_cr_in_the_middle_of_a_line_is_refused() throws IOException {
        assertThat(RawClient.exchange(server, "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_refused_head_request_gets_no_body_either() throws IOException {
        assertThat(RawClient.exchange(server, "HEAD / HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void headers_of_64_kib_are_taken_and_more_are_not() throws IOException {
        String begin = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
        int room = (64 << 10) - begin.length() - "\r\n\r\n".length();

        assertThat(RawClient.exchange(server, begin + "x".repeat(room) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(RawClient.exchange(server, begin + "x".repeat(room + 1) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void many_small_headers_are_too_large_as_well() throws IOException {
        assertThat(RawClient.exchange(server, "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(11_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void a_target_beyond_64_kib_is_too_long() throws IOException {
        assertThat(RawClient.exchange(server, "GET /" + "x".repeat(64 << 10) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
    }
}
