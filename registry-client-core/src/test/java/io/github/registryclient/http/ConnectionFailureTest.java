package io.github.registryclient.http;

import static io.github.registryclient.http.server.ScriptedServer.showingManifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.http.server.ScriptedServer.Script;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer, or none that is HTTP: what went wrong, with whom, and what to look at. */
class ConnectionFailureTest {
    private final RepositoryName app = RepositoryName.of("team/app");

    private static Throwable reading(String url) {
        try (HttpRegistryClient client =
                HttpRegistryClient.builder(url).retries(0).build()) {
            return catchThrowable(() -> client.getManifest("team/app", "1.0"));
        }
    }

    private static Throwable readingFrom(Script script) {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return reading(server.url());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private static Throwable readingWhatSays(String raw) {
        return readingFrom(exchange -> {
            exchange.send(raw);
            exchange.cut();
        });
    }

    @Test
    void a_port_where_nobody_listens_is_named() throws IOException {
        int port = freePort();
        assertThat(reading("http://127.0.0.1:" + port))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("GET ", "127.0.0.1:" + port, "is the registry running there?");
    }

    @Test
    void a_host_that_does_not_exist_is_named() {
        assertThat(reading("http://does-not-exist.invalid:5000"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll("unknown host", "does-not-exist.invalid:5000");
    }

    @Test
    void https_to_a_plain_port_asks_for_http() {
        try (PlainGreeter greeter = new PlainGreeter()) {
            assertThat(reading("https://127.0.0.1:" + greeter.port()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("begins with http://");
        }
    }

    @Test
    void http_to_a_tls_port_is_no_http() {
        assertThat(readingFrom(exchange -> {
                    exchange.send(new byte[] {0x15, 3, 1, 0, 2, 2, 70});
                    exchange.cut();
                }))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("https://");
    }

    @Test
    void a_change_that_was_not_sent_had_no_effect() throws IOException {
        assertThatThrownBy(() -> {
                    try (HttpRegistryClient client = HttpRegistryClient.builder("http://127.0.0.1:" + freePort())
                            .retries(0)
                            .build()) {
                        client.mountBlob(app, Digest.of(Samples.sha256("x")), app);
                    }
                })
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("POST ")
                .hasMessageNotContaining("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Len",
            })
    void a_connection_cut_anywhere_is_no_answer(String raw) {
        assertThat(readingWhatSays(raw))
                .isExactlyInstanceOf(NoResponseException.class)
                .hasMessageContaining("127.0.0.1:");
    }

    /** distribution 2.8 refuses a range beyond the end so: it announces 84 bytes, the size of the whole, and sends 33. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 416 Range\r\nContent-Length: 84\r\n\r\ninvalid range: failed to overlap\n",
                "HTTP/1.1 416 Range\r\nContent-Length: 84\r\n\r\n",
                "HTTP/1.1 416 Range\r\nTransfer-Encoding: chunked\r\n\r\n20\r\ninvalid range",
            })
    void a_refusal_whose_body_is_cut_keeps_its_status(String raw) {
        assertThat(readingWhatSays(raw))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("416");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad Header Name: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
            })
    void what_is_no_http_is_a_typed_failure(String raw) {
        assertThat(readingWhatSays(raw))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("127.0.0.1:");
    }

    @Test
    void headers_without_end_are_refused() {
        assertThat(readingFrom(exchange -> {
                    exchange.send("HTTP/1.1 200 OK\r\n");
                    String line = "X: " + "x".repeat(8000) + "\r\n";
                    for (int i = 0; i < 200; i++) {
                        exchange.send(line);
                    }
                    exchange.send("Content-Length: 2\r\n\r\n{}");
                }))
                .isInstanceOf(RequestFailedException.class);
    }

    @Test
    void a_change_whose_connection_was_cut_leaves_open_what_became_of_it_and_is_not_repeated() {
        try (ScriptedServer server = new ScriptedServer(showingManifest(Exchange::cut));
                HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).retries(0).build()) {
            assertThatThrownBy(() -> client.deleteTag("team/app", "1.0"))
                    .isExactlyInstanceOf(NoResponseException.class)
                    .hasMessageContaining("unknown");
            assertThat(server.exchanges()).extracting(Exchange::method).containsExactly("HEAD", "DELETE");
        }
    }

    @Test
    void a_204_with_a_body_breaks_http_and_leaves_open_what_became_of_the_deletion() {
        try (ScriptedServer server = new ScriptedServer(showingManifest(
                        exchange -> exchange.send("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello")));
                HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).retries(0).build()) {
            assertThatThrownBy(() -> client.deleteTag("team/app", "1.0"))
                    .isInstanceOf(InvalidResponseException.class)
                    .hasMessageContaining("unknown");
        }
    }
}
