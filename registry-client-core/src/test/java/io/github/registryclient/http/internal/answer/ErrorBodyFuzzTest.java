package io.github.registryclient.http.internal.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.secret.Redacted;
import io.github.registryclient.http.internal.transport.Replies;
import io.github.registryclient.http.internal.transport.Reply;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error bodies may be anything; reading them never fails and never shows much. */
class ErrorBodyFuzzTest {
    private static final Map<String, List<String>> JSON = Map.of("Content-Type", List.of("application/json"));
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        "\"errors\"",
        "\"code\"",
        "\"message\"",
        "\"detail\"",
        ":",
        ",",
        "null",
        "true",
        "1e999",
        "\"\\ud800\"",
        "\"x\"",
        "\u0000",
        "\u202e",
        "<html>",
        "\ufeff",
        " ",
        "\n",
        "-",
        "\"",
        "\\",
        "99999999999999999999"
    };

    private static ErrorResponse read(byte[] body) {
        return ErrorBody.read(Replies.of(400, body, JSON));
    }

    private static void assertHarmless(byte[] body, String what) {
        for (int status : new int[] {200, 202, 301, 400, 404, 405, 500}) {
            Reply reply = Replies.of(status, body, JSON);
            ErrorResponse response = ErrorBody.read(reply);
            assertThat(response.errors()).as(what).hasSizeLessThanOrEqualTo(20);
            assertThat(response.summary()).as(what).hasSizeLessThan(4000).doesNotContain("\n", "\u0000", "\u202e");
            RegistryException failure = Refusals.of(reply);
            assertThat(failure.getMessage()).as(what).isNotEmpty().hasSizeLessThan(5000);
        }
    }

    @Test
    void any_bytes_are_read() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            assertHarmless(body, "seed " + seed + " round " + i);
        }
    }

    @Test
    void anything_that_looks_like_json_is_read() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            StringBuilder body = new StringBuilder(random.nextBoolean() ? "{\"errors\":[" : "");
            for (int piece = random.nextInt(30); piece > 0; piece--) {
                body.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertHarmless(body.toString().getBytes(UTF_8), "seed " + seed + " round " + i);
        }
    }

    @Test
    void depth_and_length_do_no_harm() {
        assertHarmless("[".repeat(60_000).getBytes(UTF_8), "deep arrays");
        assertHarmless("{\"errors\":".repeat(6_000).getBytes(UTF_8), "deep objects");
        assertHarmless(("{\"errors\":[" + "{},".repeat(20_000) + "{}]}").getBytes(UTF_8), "many errors");
        assertHarmless(("{\"errors\":[{\"code\":\"" + "x".repeat(60_000) + "\"}]}").getBytes(UTF_8), "a long code");
        assertHarmless("?a=".repeat(20_000).getBytes(UTF_8), "many query parameters");
        assertHarmless(("Bearer " + "a".repeat(60_000)).getBytes(UTF_8), "a long token");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"errors\":[{\"code\":\"A\",\"message\":\"m\",\"detail\":{\"x\":1}}]}', 'A', 'm', '{\"x\":1}'",
        "'{\"errors\":[{\"code\":\"A\",\"detail\":[]}]}', 'A', '', '[]'",
        "'{\"errors\":[{\"message\":\"m\",\"detail\":\"d\"}]}', '', 'm', '\"d\"'",
        "'{\"errors\":[\"m\"]}', '', 'm', ",
        "'{\"errors\":[{\"status\":404,\"message\":\"m\"}]}', '', 'm', ",
        "'{\"errors\":[{\"code\":7,\"message\":null,\"detail\":null}]}', '7', '', ",
    })
    void entries_are_kept_as_far_as_they_go(String body, String code, String message, String detail) {
        assertThat(read(body.getBytes(UTF_8)).errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message().replace("null", "")).isEqualTo(message);
            assertThat(error.detail().orElse(null)).isEqualTo(detail);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"errors\":null}",
                "{\"errors\":[]}",
                "{\"errors\":7}",
                "{\"details\":\"x\"}"
            })
    void a_body_without_entries_has_none(String body) {
        assertThat(read(body.getBytes(UTF_8)).errors()).isEmpty();
        assertThat(read(body.getBytes(UTF_8)).excerpt()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "'see https://s3/b?X-Amz-Signature=abc&Expires=1 now', 'see https://s3/b?X-Amz-Signature=…&Expires=… now'",
        "'Authorization: Basic dXNlcjpwYXNz, Bearer eyJh.eyJi.c2ln', 'Authorization: Basic …, Bearer …'",
        "'basic authentication is required', 'basic authentication is required'",
        "'bearer token missing', 'bearer token missing'",
        "'a = b & c = d?', 'a = b & c = d?'",
    })
    void secrets_that_a_server_quotes_are_left_out(String text, String shown) {
        assertThat(Redacted.excerpt(text)).isEqualTo(shown);
    }
}
