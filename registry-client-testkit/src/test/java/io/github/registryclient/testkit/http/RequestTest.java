package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a handler sees of a request. */
class RequestTest {
    private static Request request(String target) {
        return Request.builder("GET", target).build();
    }

    @Test
    void the_target_stays_as_sent() {
        Request request = request("/v2/a%2Fb/../tags/list?n=5&last=x");

        assertThat(request.target()).isEqualTo("/v2/a%2Fb/../tags/list?n=5&last=x");
        assertThat(request.path()).isEqualTo("/v2/a%2Fb/../tags/list");
        assertThat(request).hasToString("GET /v2/a%2Fb/../tags/list?n=5&last=x");
    }

    @Test
    void parameters_are_decoded_and_a_plus_stays_a_plus() {
        Request request = request("/?a=1%2B1+%C3%A9&b&c=&a=2&%64=4&e=1=2?3&&f=%zz%4");

        assertThat(request.query("a")).contains("1+1+\u00e9");
        assertThat(request.queries("a")).containsExactly("1+1+\u00e9", "2");
        assertThat(request.query("b")).contains("");
        assertThat(request.query("c")).contains("");
        assertThat(request.query("d")).contains("4");
        assertThat(request.query("e")).contains("1=2?3");
        assertThat(request.query("f")).contains("%zz%4");
        assertThat(request.query("g")).isEmpty();
        assertThat(request.query("")).isEmpty();
        assertThat(request("/").query("a")).isEmpty();
    }

    @Test
    void headers_are_found_in_any_case_and_keep_their_values_apart() {
        Request request = Request.builder("GET", "/")
                .header("accept", "a, b")
                .header("ACCEPT", "c")
                .header("Host", "x")
                .build();

        assertThat(request.header("Accept")).contains("a, b");
        assertThat(request.headers("Accept")).containsExactly("a, b", "c");
        assertThat(request.header("Range")).isEmpty();
        assertThat(request.headers().keySet()).containsExactly("accept", "Host");
        assertThat(request.headers().get("Accept")).containsExactly("a, b", "c");
    }

    @Test
    void one_without_a_connection_has_what_it_was_given() throws IOException {
        Request request = Request.builder("PUT", "/")
                .body("hello".getBytes(UTF_8))
                .secure(true)
                .localPort(443)
                .build();

        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.contentLength()).hasValue(5);
        assertThat(request.body().readAllBytes()).isEqualTo("hello".getBytes(UTF_8));
        assertThat(request.secure()).isTrue();
        assertThat(request.localPort()).isEqualTo(443);
        assertThat(request("/").contentLength()).isEmpty();
    }

    @Test
    void one_that_no_server_takes_cannot_be_built() {
        RequestBuilder builder = Request.builder("PUT", "/").header("Content-Length", "x");

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_comes_off_the_wire_with_its_parts() throws IOException {
        AtomicReference<Request> seen = new AtomicReference<>();
        Handler handler = request -> {
            seen.set(request);
            return Response.of(200);
        };
        try (HttpServer server = HttpServer.start(handler, HttpServerOptions.defaults())) {
            RawClient.exchange(
                    server,
                    "PATCH /a?b=c HTTP/1.1\r\nHOST:localhost:80\r\nX-Latin: \t\u00e9 \t\r\nX-Empty:\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            Request request = seen.get();
            assertThat(request).hasToString("PATCH /a?b=c");
            assertThat(request.header("Host")).contains("localhost:80");
            assertThat(request.header("X-Latin")).contains("\u00e9");
            assertThat(request.header("X-Empty")).contains("");
            assertThat(request.contentLength()).isEmpty();
            assertThat(request.secure()).isFalse();
            assertThat(request.localPort()).isEqualTo(server.port());
        }
    }

    @Test
    void the_absolute_form_names_the_host() throws IOException {
        AtomicReference<Request> seen = new AtomicReference<>();
        Handler handler = request -> {
            seen.set(request);
            return Response.of(200);
        };
        try (HttpServer server = HttpServer.start(handler, HttpServerOptions.defaults())) {
            RawClient.exchange(server, "GET http://b:81/v2/?n=1 HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(seen.get().target()).isEqualTo("http://b:81/v2/?n=1");
            assertThat(seen.get().path()).isEqualTo("/v2/");
            assertThat(seen.get().queries("n")).isEqualTo(List.of("1"));
            assertThat(seen.get().headers("Host")).containsExactly("b:81");

            RawClient.exchange(server, "GET HTTP://b?n=1 HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(seen.get().path()).isEqualTo("/");
            assertThat(seen.get().query("n")).contains("1");
        }
    }
}
