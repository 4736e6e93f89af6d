package io.github.registryclient.http.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A token server may say anything: there is a token that can be sent and lives a day at most, or there is none; nothing fails. */
class TokenAnswerFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final long ASKED_AT = Instant.parse("2026-11-24T10:00:00Z").toEpochMilli();
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "9223372036854775807",
        "99999999999999999999",
        "3.7",
        "\"\"",
        "\"300\"",
        "\"t0k3n\"",
        "\"a b\"",
        "\"a\\r\\nX: y\"",
        "\"é\"",
        "\"\\ud800\"",
        "[]",
        "[1]",
        "{}",
        "{\"token\":\"x\"}",
        "\"2026-11-24T09:59:00Z\"",
        "\"2026-11-24T09:59:00.123456789+14:00\"",
        "\"+999999999-12-31T23:59:59Z\"",
        "\"-999999999-01-01T00:00:00Z\"",
        "\"repository:a:pull\"",
        "\"::: repository a:b:\"",
        "\"a.b.c\"",
        "\"e30.e30.\""
    };
    private static final String[] FIELDS = {
        "token", "access_token", "expires_in", "issued_at", "scope", "refresh_token", "x"
    };

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    private String document() {
        StringBuilder json = new StringBuilder("{");
        for (int i = random.nextInt(7); i > 0; i--) {
            json.append('"')
                    .append(pick(FIELDS))
                    .append("\":")
                    .append(pick(VALUES))
                    .append(i > 1 ? "," : "");
        }
        json.append('}');
        if (random.nextInt(4) == 0) {
            json.deleteCharAt(random.nextInt(json.length()));
        }
        return json.toString();
    }

    /** Claims that may be of any kind, in three parts that need not be base 64. */
    private String jwt() {
        String claims = "{\"access\":[{\"type\":" + pick(VALUES) + ",\"name\":" + pick(VALUES) + ",\"actions\":"
                + pick(VALUES) + "}," + pick(VALUES) + "]" + (random.nextInt(9) == 0 ? "" : "}");
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        return "h." + (random.nextInt(5) == 0 ? "*" : "") + encoded + ".s";
    }

    @Test
    void an_answer_is_a_token_or_none() {
        int tokens = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String document = document();
            TokenAnswer answer = TokenAnswer.read(Replies.ok(document.getBytes(UTF_8), Map.of()));
            Optional<String> text = answer.token();
            answer.refreshToken().ifPresent(refresh -> assertThat(refresh).matches("[!-~]+"));
            if (text.isPresent()) {
                tokens++;
                assertThat(text.get()).as("seed %d, %s", seed, document).matches("[!-~]+");
                Token token = answer.token(text.get(), Scopes.NONE, ASKED_AT, Secrets.NONE);
                assertThat(token.isUsable(ASKED_AT))
                        .as("seed %d, %s", seed, document)
                        .isTrue();
                assertThat(token.isUsable(ASKED_AT + Duration.ofDays(1).toMillis()))
                        .as("seed %d, %s", seed, document)
                        .isFalse();
            }
        }
        assertThat(tokens).isPositive();
    }

    @Test
    void the_claims_of_a_token_may_be_anything() {
        for (int round = 0; round < ROUNDS; round++) {
            String token = jwt();
            Grants grants = Grants.of(token, random.nextBoolean() ? null : "repository:a:pull");
            assertThat(grants.permission(Scopes.NONE, "repository:a", "delete"))
                    .as("seed %d, %s", seed, token)
                    .isNotNull();
        }
    }
}
