package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Replies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What token servers give, and how long it is used. */
class TokenAnswerTest {
    private static final long ASKED_AT = Instant.parse("2026-11-24T10:00:00Z").toEpochMilli();

    private static TokenAnswer answer(String json) {
        return TokenAnswer.read(Replies.ok(json.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    /** For how many seconds it is used. */
    private static long usedFor(String fields) {
        TokenAnswer answer = answer("{\"token\":\"t\"" + fields + "}");
        Token token = answer.token(answer.token().orElseThrow(), Scopes.NONE, ASKED_AT, Secrets.NONE);
        long seconds = 0;
        while (token.isUsable(ASKED_AT + seconds * 1000)) {
            seconds++;
        }
        return seconds;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"token\":\"a\"}|a",
                "{\"access_token\":\"b\"}|b",
                "{\"token\":\"a\",\"access_token\":\"b\"}|a",
                "{\"token\":\"\",\"access_token\":\"b\"}|b",
                "{\"token\":null,\"access_token\":\"b\",\"x\":[{}]}|b",
            })
    void a_token_has_either_name(String json, String token) {
        assertThat(answer(json).token()).contains(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "[]",
                "\"token\"",
                "<html>",
                "{\"token\":\"\"}",
                "{\"token\":\"a b\"}",
                "{\"token\":\"a\\r\\nX: y\"}",
                "{\"token\":\"ä\"}",
                "{\"token\":{}}",
                "{\"token\":\"a\"",
            })
    void what_cannot_be_sent_is_no_token(String json) {
        assertThat(answer(json).token()).isEmpty();
    }

    @Test
    void a_token_without_a_life_is_used_for_a_little_less_than_a_minute() {
        assertThat(usedFor("")).isEqualTo(54);
    }

    @ParameterizedTest
    @CsvSource({"300,290", "\"300\",290", "3600,3590", "100,90", "60,54", "30,54", "1,54", "0,54", "-5,54", "null,54"})
    void a_token_ends_early_but_never_lives_less_than_a_minute(String expiresIn, long used) {
        assertThat(usedFor(",\"expires_in\":" + expiresIn)).isEqualTo(used);
    }

    @Test
    void a_life_without_end_is_a_day() {
        assertThat(usedFor(",\"expires_in\":9223372036854775807")).isEqualTo(86_390);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:59:00Z,230", // a minute old, as a server says that keeps them
        "2026-11-24T10:59:00+01:00,230",
        "2026-11-24T10:05:00Z,290", // its clock is ahead
        "2026-11-24T09:00:00Z,290", // its clock is behind: nobody gives a token that has ended
        "yesterday,290",
        "'',290",
    })
    void the_birth_of_a_token_counts_where_the_clocks_agree(String issuedAt, long used) {
        assertThat(usedFor(",\"expires_in\":300,\"issued_at\":\"" + issuedAt + "\""))
                .isEqualTo(used);
    }

    @Test
    void a_token_does_not_print() {
        Token token = answer("{}").token("5ecre7", Scopes.parse("repository:a:pull"), ASKED_AT, Secrets.NONE);
        assertThat(token + " " + token.authorization()).doesNotContain("5ecre7");
    }
}
