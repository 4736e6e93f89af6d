package io.github.registryclient.http.internal.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.internal.transport.Replies;
import io.github.registryclient.http.internal.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading Retry-After; the dates are the examples of RFC 9110, 5.6.7. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

    private static Optional<Duration> read(String name, String value) {
        return RetryAfter.of(Replies.of(429, new byte[0], Map.of(name, List.of(value))), NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "120, 120", "007, 7", "86400, 86400", "86401, 86400", "99999999999999999999999, 86400"})
    void seconds_count_at_most_a_day(String value, long seconds) {
        assertThat(read("Retry-After", value)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void a_date_counts_from_now_in_each_of_its_three_forms(String value) {
        assertThat(read("Retry-After", value)).contains(Duration.ofSeconds(30));
    }

    @Test
    void two_digits_of_a_year_are_this_century_s() {
        assertThat(RetryAfter.of(
                        Replies.of(429, new byte[0], Map.of("Retry-After", List.of("Monday, 30-Nov-26 10:00:05 GMT"))),
                        Instant.parse("2026-11-30T10:00:00Z")))
                .contains(Duration.ofSeconds(5));
    }

    @Test
    void the_registry_s_own_clock_counts_where_it_says_the_time() {
        Reply reply = Replies.of(
                503,
                new byte[0],
                Map.of(
                        "Retry-After", List.of("Sun, 06 Nov 1994 10:00:30 GMT"),
                        "Date", List.of("Sun, 06 Nov 1994 10:00:00 GMT")));
        assertThat(RetryAfter.of(reply, NOW)).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_date_in_the_past_is_no_time_at_all() {
        assertThat(read("Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT")).contains(Duration.ZERO);
    }

    @Test
    void a_date_far_off_is_a_day() {
        assertThat(read("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")).contains(Duration.ofDays(1));
    }

    /** As Docker Hub once sent it. */
    @Test
    void x_retry_after_is_a_unix_time() {
        assertThat(read("X-Retry-After", String.valueOf(NOW.getEpochSecond() + 12)))
                .contains(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "880µs", "soon", "1 s", "+3", "Sun, 06 Nov 1994", "1,2", "\u0663"})
    void what_is_neither_says_nothing(String value) {
        assertThat(read("Retry-After", value)).isEmpty();
    }

    private static Optional<Duration> said(int status, String body, Map<String, List<String>> headers) {
        return RetryAfter.of(Replies.of(status, body.getBytes(StandardCharsets.UTF_8), headers), NOW);
    }

    private static String error(String message) {
        return "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"" + message + "\"}]}";
    }

    /** As GHCR says it; whole milliseconds, for pauses count in those. */
    @ParameterizedTest
    @CsvSource({
        "'retry-after: 880.092\u00b5s, allowed: 44000/minute', 1",
        "'retry-after: 880\u03bcs, allowed: 44000/minute', 1",
        "'retry-after: 17ns', 1",
        "'retry-after: 123.4ms, allowed: 2000/minute', 124",
        "'Retry-After: 30s', 30000",
        "'slow down; retry-after:1m2.5s', 62500",
        "'retry-after: 999999999h', 86400000",
        "'retry-after: 0s', 0"
    })
    void a_429_without_the_header_may_say_it_in_its_first_message(String message, long millis) {
        assertThat(said(429, error(message), Map.of())).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry-after: soon",
                "retry-after: 30",
                "retry-after: -5s",
                "retry-after: 5sec",
                "retry-after: 1.2.3s",
                "no-retry-after 5s",
                ""
            })
    void another_message_says_nothing(String message) {
        assertThat(said(429, error(message), Map.of())).isEmpty();
    }

    @Test
    void the_header_comes_first_and_what_is_no_429_or_no_list_of_errors_says_nothing() {
        String body = error("retry-after: 7s");
        assertThat(said(429, body, Map.of("Retry-After", List.of("3")))).contains(Duration.ofSeconds(3));
        assertThat(said(503, body, Map.of())).isEmpty();
        assertThat(said(429, "retry-after: 7s", Map.of())).isEmpty();
        assertThat(said(429, "{\"message\":\"retry-after: 7s\"}", Map.of())).isEmpty();
    }

    @Test
    void nothing_at_all_fails_it() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String alphabet = "0123456789 ,:-+.GMTSunNovDec\u0000\u00ff\u2007e";
        for (int run = 0; run < 20_000; run++) {
            StringBuilder value = new StringBuilder(run % 3 == 0 ? "Sun, 06 Nov 1994 08:49:37 GMT" : "");
            for (int i = random.nextInt(12); i >= 0; i--) {
                value.insert(random.nextInt(value.length() + 1), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = value.toString();
            assertThat(read(run % 2 == 0 ? "Retry-After" : "X-Retry-After", text))
                    .as("seed %d, <%s>", seed, text)
                    .satisfies(asked ->
                            asked.ifPresent(time -> assertThat(time).isBetween(Duration.ZERO, Duration.ofDays(1))));
        }
    }
}
