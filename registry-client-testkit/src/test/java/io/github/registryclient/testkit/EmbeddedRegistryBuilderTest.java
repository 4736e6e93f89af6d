package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.AnswerManner;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.manner.ReferrersManner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a builder makes of its options. */
class EmbeddedRegistryBuilderTest {
    private static HttpResponse<String> get(EmbeddedRegistry registry, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(registry.uri().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answers_are_dated_by_the_clock_that_was_set() throws Exception {
        MovableClock clock = MovableClock.at(Instant.parse("2026-06-30T12:00:00Z"));
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder().clock(clock).start()) {
            assertThat(get(registry, "/v2/").headers().firstValue("Date")).contains("Tue, 30 Jun 2026 12:00:00 GMT");

            clock.move(Duration.ofMinutes(1));
            assertThat(get(registry, "/v2/").headers().firstValue("Date")).contains("Tue, 30 Jun 2026 12:01:00 GMT");
        }
    }

    @Test
    void an_added_manner_comes_on_top_of_a_servers_whichever_is_said_first() throws Exception {
        try (EmbeddedRegistry before = EmbeddedRegistry.builder()
                        .manner(AnswerManner.EMPTY_SUPPORT)
                        .manners(Manners.distribution28())
                        .start();
                EmbeddedRegistry after = EmbeddedRegistry.builder()
                        .manners(Manners.distribution28())
                        .manner(AnswerManner.EMPTY_SUPPORT)
                        .start()) {
            assertThat(get(before, "/v2/").body()).isEmpty();
            assertThat(get(after, "/v2/").body()).isEmpty();
            assertThat(get(before, "/v2/nosuch/tags/list").headers().firstValue("Content-Type"))
                    .contains("application/json; charset=utf-8");
        }
    }

    @Test
    void what_is_switched_off_answers_as_the_manner_of_a_server_without_it() throws Exception {
        try (EmbeddedRegistry off =
                        EmbeddedRegistry.builder().noCatalog().noReferrersApi().start();
                EmbeddedRegistry absent = EmbeddedRegistry.builder()
                        .manner(CatalogManner.ABSENT)
                        .manner(ReferrersManner.ABSENT)
                        .start()) {
            for (String path : List.of("/v2/_catalog", "/v2/a/referrers/sha256:" + "0".repeat(64))) {
                HttpResponse<String> answer = get(off, path);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
                assertThat(told(answer))
                        .isEqualTo(told(get(absent, path)))
                        .isEqualTo(told(get(absent, "/v2/no/such/path")));
            }
        }
    }

    /** Headers and body, without the time. */
    private static String told(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf("date"::equalsIgnoreCase);
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    @Test
    void the_manner_that_was_added_last_has_the_last_word() throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                .manner(AnswerManner.INVALID_NAME_IS_NO_PATH)
                .manner(AnswerManner.INVALID_NAME_IS_UNKNOWN)
                .manner(AnswerManner.INVALID_NAME_IS_NO_PATH)
                .start()) {
            assertThat(get(registry, "/v2/UPPER/tags/list").body()).isEqualTo("404 page not found\n");
        }
    }
}
