package io.github.registryclient.http;

import static io.github.registryclient.http.server.ScriptedServer.showingManifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.BodyTooLargeException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.http.server.ScriptedServer.Script;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are odd but right, and bodies far beyond any limit. */
class HttpOdditiesTest {
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));

    private static void with(Script script, Consumer<HttpRegistryClient> test) {
        try (ScriptedServer server = new ScriptedServer(script);
                HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).retries(0).build()) {
            test.accept(client);
        }
    }

    private static Script saying(String raw) {
        return exchange -> exchange.send(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 0\r\n"})
    void a_204_is_a_deletion_with_and_without_a_length_of_zero(String length) {
        with(
                showingManifest(saying("HTTP/1.1 204 No Content\r\n" + length + "\r\n")),
                client -> assertThat(client.deleteTag("team/app", "1.0").outcome())
                        .isEqualTo(Outcome.DELETED));
    }

    @Test
    void a_202_without_length_ends_with_its_connection() {
        Script script = exchange -> {
            exchange.send("HTTP/1.1 202 Accepted\r\n\r\n");
            exchange.cut();
        };
        with(
                showingManifest(script),
                client -> assertThat(client.deleteTag("team/app", "1.0").outcome())
                        .isEqualTo(Outcome.DELETED));
    }

    @Test
    void errors_in_a_chunked_202_are_read() {
        String body = Samples.error("UNKNOWN", "tags stay");
        String chunked = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        with(
                showingManifest(saying("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked)),
                client -> assertThat(client.deleteTag("team/app", "1.0").outcome())
                        .isEqualTo(Outcome.ACCEPTED_PARTIALLY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 531", "Transfer-Encoding: chunked", "X-None: x"})
    void a_head_has_no_body_whatever_its_headers_say(String header) {
        with(saying("HTTP/1.1 200 OK\r\nDocker-Content-Digest: " + digest + "\r\n" + header + "\r\n\r\n"), client -> {
            assertThat(client.getManifestDigest("team/app", "1.0")).isEqualTo(digest);
            assertThat(client.getManifestDigest("team/app", "1.0")).isEqualTo(digest);
        });
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void a_100_continue_before_the_answer_is_passed_over() {
        with(
                saying(CONTINUE + "HTTP/1.1 200 OK\r\nDocker-Content-Digest: " + digest + "\r\n\r\n"),
                client ->
                        assertThat(client.getManifestDigest("team/app", "1.0")).isEqualTo(digest));
    }

    @Test
    void an_endless_success_is_cut_at_the_limit() {
        with(
                HttpOdditiesTest::endless,
                client -> assertThatThrownBy(() -> client.getManifest("team/app", "1.0"))
                        .isInstanceOf(BodyTooLargeException.class)
                        .hasMessageContaining("this limit is fixed")
                        .hasMessageNotContainingAny("maxPageBytes", "unknown"));
    }

    @Test
    void an_endless_deletion_answer_is_cut_at_the_limit() {
        with(
                showingManifest(HttpOdditiesTest::endless),
                client -> assertThatThrownBy(() -> client.deleteTag("team/app", "1.0"))
                        .isInstanceOf(BodyTooLargeException.class)
                        .hasMessageContainingAll(String.valueOf(1 << 20), "fixed", "unknown"));
    }

    @Test
    void of_an_endless_error_the_beginning_is_enough() {
        Script script = exchange -> {
            exchange.send("HTTP/1.1 503 Oops\r\n\r\nthe beginning ");
            fill(exchange);
        };
        with(
                script,
                client -> assertThatThrownBy(() -> client.getManifest("team/app", "1.0"))
                        .isInstanceOfSatisfying(ErrorResponseException.class, e -> {
                            assertThat(e.status()).isEqualTo(503);
                            assertThat(e).hasMessageContaining("the beginning");
                            assertThat(e.getMessage()).hasSizeLessThan(1000);
                        }));
    }

    private static void endless(Exchange exchange) throws IOException {
        exchange.send("HTTP/1.1 200 OK\r\nContent-Type: " + Samples.OCI_MANIFEST + "\r\n\r\n");
        fill(exchange);
    }

    private static void fill(Exchange exchange) throws IOException {
        byte[] piece = new byte[64 << 10];
        while (true) {
            exchange.send(piece); // until the client closes the connection
        }
    }
}
