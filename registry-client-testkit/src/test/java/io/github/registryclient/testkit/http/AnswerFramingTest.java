package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client finds the end of an answer (RFC 9112, 6; RFC 9110, 8.6, 9.3.2 and 15). */
class AnswerFramingTest {
    private static final Response HELLO = Response.of(200).body("hello".getBytes(ISO_8859_1));

    private static String answer(Response response, String method, String version) throws IOException {
        try (HttpServer server = HttpServer.start(request -> response, HttpServerOptions.defaults())) {
            return RawClient.exchange(server, method + " / HTTP/" + version + "\r\nHost: a\r\n\r\n");
        }
    }

    private static Body ofUnknownLength(String... parts) {
        return new Body() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                for (String part : parts) {
                    out.write(part.getBytes(ISO_8859_1));
                    out.flush();
                }
            }
        };
    }

    @Test
    void a_known_length_is_stated() throws IOException {
        assertThat(answer(HELLO, "GET", "1.1")).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    }

    @Test
    void no_body_has_the_length_nought() throws IOException {
        assertThat(answer(Response.of(404), "GET", "1.1"))
                .isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void an_unknown_length_goes_in_chunks() throws IOException {
        assertThat(answer(Response.of(200).body(ofUnknownLength("hello", "0123456789abcdefg")), "GET", "1.1"))
                .isEqualTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "5\r\nhello\r\n11\r\n0123456789abcdefg\r\n0\r\n\r\n");
    }

    @Test
    void clients_of_http_1_0_get_no_chunks_but_the_end_of_the_connection() throws IOException {
        assertThat(answer(Response.of(200).body(ofUnknownLength("hello")), "GET", "1.0"))
                .isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
        assertThat(answer(HELLO, "GET", "1.0"))
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
    }

    @Test
    void head_gets_the_headers_of_get_without_the_body() throws IOException {
        assertThat(answer(HELLO, "HEAD", "1.1")).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    }

    @Test
    void head_may_be_told_a_length_whose_body_is_not_made() throws IOException {
        assertThat(answer(Response.of(200).header("Content-Length", "1234567890123"), "HEAD", "1.1"))
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 1234567890123\r\n\r\n");
    }

    @Test
    void elsewhere_the_body_counts_and_not_the_header() throws IOException {
        Response wrong = HELLO.header("Content-Length", "7").header("Transfer-Encoding", "gzip");

        assertThat(answer(wrong, "GET", "1.1")).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    }

    @Test
    void no_content_has_neither_body_nor_length() throws IOException {
        assertThat(answer(Response.of(204).body(new byte[] {'x'}), "GET", "1.1"))
                .isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
    }

    @Test
    void not_modified_has_no_body_and_only_a_length_that_was_given() throws IOException {
        assertThat(answer(Response.of(304).body(new byte[] {'x'}), "GET", "1.1"))
                .isEqualTo("HTTP/1.1 304 Not Modified\r\n\r\n");
        assertThat(answer(Response.of(304).header("Content-Length", "5"), "GET", "1.1"))
                .isEqualTo("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n");
    }

    @Test
    void headers_go_as_given_and_in_their_order() throws IOException {
        Response response = Response.of(299)
                .header("docker-content-DIGEST", "sha256:1")
                .header("Link", "</a>; rel=\"next\"")
                .header("link", "<b\u00e9>")
                .header("X-Empty", "");

        assertThat(answer(response, "GET", "1.1"))
                .isEqualTo("HTTP/1.1 299 \r\ndocker-content-DIGEST: sha256:1\r\nLink: </a>; rel=\"next\"\r\n"
                        + "link: <b\u00e9>\r\nX-Empty: \r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void a_raw_line_may_be_anything() throws IOException {
        Response response = Response.of(200).rawHeader(new byte[] {'X', 0, (byte) 0xC3, '\n', 'y'});

        assertThat(answer(response, "GET", "1.1"))
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX\0\u00c3\ny\r\n\r\n");
    }

    @Test
    void answers_are_dated_once() throws IOException {
        String own = "Sun, 06 Nov 1994 08:49:37 GMT";
        try (HttpServer server = HttpServer.start(
                request -> request.path().equals("/own") ? HELLO.header("Date", own) : HELLO,
                HttpServerOptions.defaults())) {
            try (RawClient client = new RawClient(server)) {
                client.send("GET / HTTP/1.0\r\n\r\n");
                String date = client.next(1000).replaceAll("(?s).*\r\nDate: ([^\r]*)\r\n.*", "$1");
                assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                        .isBetween(
                                ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(1),
                                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));
            }
            try (RawClient client = new RawClient(server)) {
                client.send("GET /own HTTP/1.0\r\n\r\n");
                assertThat(client.next(1000)).containsOnlyOnce("Date: ").contains("Date: " + own);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6,hello", "4,hello"})
    void a_body_that_breaks_its_own_word_before_anything_was_sent_becomes_500(long length, String content)
            throws IOException {
        Body body = new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(content.getBytes(ISO_8859_1));
            }
        };

        assertThat(answer(Response.of(200).body(body), "GET", "1.1")).startsWith("HTTP/1.1 500 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16383, 16384, 16385, 100_000})
    void bodies_of_any_size_arrive_whole(int size) throws IOException {
        String content = "x".repeat(size);

        assertThat(answer(Response.of(200).body(content.getBytes(ISO_8859_1)), "GET", "1.1"))
                .endsWith("\r\n\r\n" + content);
        String chunked = answer(
                Response.of(200)
                        .body(content.getBytes(ISO_8859_1))
                        .delivery(Delivery.honest().chunked()),
                "GET",
                "1.1");
        assertThat(chunked.substring(chunked.indexOf("\r\n\r\n") + 4))
                .isEqualTo(size == 0 ? "0\r\n\r\n" : Integer.toHexString(size) + "\r\n" + content + "\r\n0\r\n\r\n");
    }
}
