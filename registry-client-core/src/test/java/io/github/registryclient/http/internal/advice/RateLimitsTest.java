package io.github.registryclient.http.internal.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.error.RateLimit;
import io.github.registryclient.http.internal.transport.Replies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits for requests as Docker Hub, GitHub, GitLab and the drafts of the IETF word them. */
class RateLimitsTest {
    private static Optional<RateLimit> read(String... headers) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            fields.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
                    .add(header.substring(colon + 1).strip());
        }
        return RateLimits.of(Replies.of(200, "".getBytes(UTF_8), fields));
    }

    /** Limit, remaining, window, reset; a dash for what is not said. */
    private static String fields(RateLimit limit) {
        return (limit.limit().isPresent() ? limit.limit().getAsLong() : "-")
                + " "
                + (limit.remaining().isPresent() ? limit.remaining().getAsLong() : "-")
                + " "
                + limit.window().map(Object::toString).orElse("-")
                + " "
                + limit.reset().map(Object::toString).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Docker Hub
                "ratelimit-limit: 100;w=21600 | ratelimit-remaining: 76;w=21600 | date: x | 100 76 PT6H -",
                // draft 03: the policies behind the limit, the reset as a while
                "RateLimit-Limit: 10, 10;w=1, 50;w=60 | RateLimit-Remaining: 9 | RateLimit-Reset: 50 | 10 9 PT1S PT50S",
                // GitHub: the reset as a time, which the Date of the answer makes a while
                "x-ratelimit-limit: 5000 | x-ratelimit-remaining: 4999 | x-ratelimit-reset: 1372700873 | 5000 4999 - -",
                // draft 07
                "RateLimit: limit=100, remaining=50, reset=5 | x: y | x: y | 100 50 - PT5S",
                // draft 10
                "RateLimit: \"default\";r=50;t=30 | RateLimit-Policy: \"default\";q=100;w=60 | x: y | 100 50 PT1M PT30S",
                "RateLimit: \"hour\";r=900, \"day\";r=3;t=99 | RateLimit-Policy: \"hour\";q=1000;w=3600, \"day\";q=5000;w=86400"
                        + " | x: y | 5000 3 PT24H PT1M39S",
                "RateLimit: \"default\";r=7 | x: y | x: y | - 7 - -",
                "X-RateLimit-Remaining: 0 | x: y | x: y | - 0 - -",
                "RateLimit-Limit: 5000 | x: y | x: y | 5000 - - -",
            })
    void limits_are_read(String first, String second, String third, String expected) {
        assertThat(read(first, second, third)).map(RateLimitsTest::fields).contains(expected);
    }

    @Test
    void a_reset_that_is_a_time_counts_from_the_date_of_the_answer() {
        String date = "Date: Mon, 01 Jul 2013 17:47:43 GMT"; // 1372700863
        assertThat(read(date, "X-RateLimit-Limit: 60", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1372700873"))
                .map(RateLimitsTest::fields)
                .contains("60 0 - PT10S");
        assertThat(read(date, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1372700000"))
                .map(RateLimitsTest::fields)
                .contains("- 0 - PT0S");
        assertThat(read("Date: yesterday", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1372700873"))
                .map(RateLimitsTest::fields)
                .contains("- 0 - -");
    }

    @Test
    void the_headers_are_kept_as_they_came() {
        assertThat(read("ratelimit-limit: 100;w=21600", "ratelimit-remaining: 76;w=21600"))
                .map(RateLimit::text)
                .contains("RateLimit-Limit: 100;w=21600, RateLimit-Remaining: 76;w=21600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: 5",
                "RateLimit-Limit: many",
                "RateLimit-Limit:",
                "RateLimit-Limit: -1",
                "RateLimit-Limit: 1234567890123456",
                "RateLimit: \"default\"",
                "RateLimit: \"default\";q=5",
                "RateLimit: ;;;",
                "RateLimit-Reset: 5",
            })
    void what_says_no_number_says_nothing(String header) {
        assertThat(read(header)).isEmpty();
    }

    @Test
    void whatever_a_server_sends_there_fails_nothing() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        String[] pieces = {
            "\"", ";", "=", ",", "r", "q", "w", "t", "9", "99999999999999", "remaining", "limit", " ", "é", "-", "."
        };
        String[] names = {"RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "X-RateLimit-Reset"
        };
        for (int round = 0; round < 5_000; round++) {
            List<String> headers = new ArrayList<>();
            for (String name : names) {
                StringBuilder value = new StringBuilder();
                for (int i = random.nextInt(60); i > 0; i--) {
                    value.append(pieces[random.nextInt(pieces.length)]);
                }
                headers.add(name + ":" + value);
            }
            read(headers.toArray(new String[0]))
                    .ifPresent(limit -> assertThat(limit.remaining().isPresent()
                                    || limit.limit().isPresent())
                            .as("seed %d", seed)
                            .isTrue());
        }
    }
}
