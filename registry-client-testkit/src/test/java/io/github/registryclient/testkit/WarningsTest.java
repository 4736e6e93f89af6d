package io.github.registryclient.testkit;

import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OCI distribution spec 1.1, "Warnings": code 299, agent "-", no date, a quoted string, 4096 bytes in all. */
class WarningsTest {
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(EmbeddedRegistry registry, String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(registry.uri().resolve(path))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Java 11's client has bytes beyond ASCII with their sign extended. */
    private static String asSent(String header) {
        StringBuilder text = new StringBuilder();
        header.chars().forEach(character -> text.append((char) (character & 0xff)));
        return text.toString();
    }

    private List<String> warnings(EmbeddedRegistry registry, String method, String path, int status) {
        HttpResponse<String> response = send(registry, method, path);
        assertThat(response.statusCode()).isEqualTo(status);
        return response.headers().allValues("Warning");
    }

    @Test
    void every_warning_comes_with_success_and_refusal_alike() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .warning("Your auth token will expire in 30 seconds.")
                .warning("moving house")
                .readOnly()
                .start()) {
            String[] both = {"299 - \"Your auth token will expire in 30 seconds.\"", "299 - \"moving house\""};
            assertThat(warnings(registry, "GET", "/v2/", 200)).containsExactly(both);
            assertThat(warnings(registry, "HEAD", "/v2/a/manifests/1", 404)).containsExactly(both);
            assertThat(warnings(registry, "DELETE", "/v2/a/manifests/1", 405)).containsExactly(both);
            assertThat(warnings(registry, "GET", "/nosuch", 404)).containsExactly(both);
        }
    }

    @Test
    void who_is_not_let_in_is_warned_too() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .htpasswd("ann", "secret")
                .warning("closing soon")
                .start()) {
            assertThat(warnings(registry, "GET", "/v2/", 401)).containsExactly("299 - \"closing soon\"");
        }
    }

    @Test
    void quotes_and_backslashes_are_escaped_and_the_rest_is_sent_as_it_is() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .warning("say \"no\" to C:\\x, \u00fc%")
                .start()) {
            assertThat(warnings(registry, "GET", "/v2/", 200))
                    .extracting(WarningsTest::asSent)
                    .containsExactly("299 - \"say \\\"no\\\" to C:\\\\x, \u00fc%\"");
        }
    }

    @Test
    void warnings_come_and_go_while_it_runs() {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder();
        try (EmbeddedRegistry registry = builder.start();
                EmbeddedRegistry other = builder.start()) {
            assertThat(warnings(registry, "GET", "/v2/", 200)).isEmpty();
            registry.warn("old tag");
            assertThat(warnings(registry, "GET", "/v2/", 200)).containsExactly("299 - \"old tag\"");
            assertThat(warnings(other, "GET", "/v2/", 200)).isEmpty();
            registry.clearWarnings();
            assertThat(warnings(registry, "GET", "/v2/", 200)).isEmpty();
        }
    }

    @Test
    void a_scripted_answer_says_only_what_the_script_says() {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().warning("old tag").start()) {
            registry.script().on(get("/v2/")).answer(status(503));
            registry.script().on(get("/v2/")).letThrough();

            assertThat(warnings(registry, "GET", "/v2/", 503)).isEmpty();
            assertThat(warnings(registry, "GET", "/v2/", 200)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb", "two\nlines", "\r", "nothing\u0000", "\u007f", "\u0085", "\u20ac"})
    void what_cannot_be_sent_is_refused(String text) {
        assertThatThrownBy(() -> EmbeddedRegistry.builder().warning(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_refusal_says_what_is_wrong() {
        assertThatThrownBy(() -> EmbeddedRegistry.builder().warning("two\nlines"))
                .hasMessage(
                        "a warning is sent in a header, in ISO 8859-1 and without control characters, but character 4"
                                + " is U+000A");
    }

    @Test
    void all_warnings_take_4096_bytes_at_most_and_escapes_count() {
        try (EmbeddedRegistry registry =
                EmbeddedRegistry.builder().warning("x".repeat(2040)).start()) {
            assertThatThrownBy(() -> registry.warn("\"" + "y".repeat(2039)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "all warnings together take at most 4096 bytes, with 299 -, quotes and escapes; with this"
                                    + " one they would take 4097");
            assertThat(warnings(registry, "GET", "/v2/", 200)).hasSize(1);

            registry.warn("y".repeat(2040));

            assertThat(warnings(registry, "GET", "/v2/", 200)).hasSize(2);
        }
    }
}
