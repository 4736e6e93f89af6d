package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.cut;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading is repeated after what may pass, and only after that. */
class ReadRetryTest {
    private static List<Tag> tags(TroubledRegistry registry) {
        try (HttpRegistryClient client = registry.client()) {
            return client.listTags(APP).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 499, 502, 503, 504, 522})
    void what_may_pass_is_asked_again_three_times(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(3, status(status))) {
            assertThat(tags(registry)).containsExactly(Tag.of("1.0"));
            assertThat(registry.count("GET")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 499, 502, 503, 504, 522})
    void and_no_fourth_time(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(status))) {
            assertThatThrownBy(() -> tags(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("GET")).isEqualTo(4);
        }
    }

    @Test
    void a_refusal_for_now_is_waited_out_nine_times_and_no_tenth_time() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(429))) {
            assertThatThrownBy(() -> tags(registry)).isInstanceOf(TooManyRequestsException.class);
            assertThat(registry.count("GET")).isEqualTo(10);
        }
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(9, status(429))) {
            assertThat(tags(registry)).containsExactly(Tag.of("1.0"));
        }
    }

    @Test
    void a_registry_that_is_silent_for_the_time_of_an_attempt_is_asked_again() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(Exchange::hold);
                HttpRegistryClient client = registry.settings()
                        .attemptTimeout(Duration.ofMillis(300))
                        .build()) {
            assertThat(client.listTags(APP).toList()).containsExactly(Tag.of("1.0"));
            assertThat(registry.count("GET")).isEqualTo(2);
        }
    }

    @Test
    void storage_in_trouble_is_asked_once_more() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(500))) {
            assertThatThrownBy(() -> tags(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("GET")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 416, 451, 501, 505, 507})
    void what_does_not_pass_is_not_asked_again(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("HEAD").always(status(status));
                HttpRegistryClient client = registry.client()) {
            try {
                client.getManifestDigest(APP, Tag.of("1.0"));
            } catch (ErrorResponseException refused) {
                assertThat(refused.status()).isEqualTo(status);
            }
            assertThat(registry.count("HEAD")).isEqualTo(1);
        }
    }

    @Test
    void the_waits_grow_and_are_spread() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(3, status(502))) {
            tags(registry);
            List<Duration> waits = registry.time.waits;
            assertThat(waits).hasSize(3);
            for (int i = 0; i < waits.size(); i++) {
                assertThat(waits.get(i)).isBetween(Duration.ofMillis(125L << i), Duration.ofMillis(250L << i));
            }
        }
    }

    @Test
    void a_connection_that_ends_is_no_answer_and_is_asked_again() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(4, cut())) {
            assertThat(tags(registry)).containsExactly(Tag.of("1.0"));
        }
    }

    @Test
    void a_body_that_is_cut_is_asked_again() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(3, exchange -> {
            exchange.head(200, 100, "Content-Type: application/json");
            exchange.send("{\"tags\":[\"0.9\"");
            exchange.cut();
        })) {
            assertThat(tags(registry)).containsExactly(Tag.of("1.0"));
        }
    }

    @Test
    void an_answer_that_breaks_http_is_not_asked_again() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nno header\r\n\r\n");
            exchange.cut();
        })) {
            assertThatThrownBy(() -> tags(registry)).isNotInstanceOf(NoResponseException.class);
            assertThat(registry.count("GET")).isEqualTo(1);
        }
    }

    @Test
    void a_registry_that_is_not_there_yet_is_tried_again() {
        TroubledRegistry registry = new TroubledRegistry("GET");
        registry.close();
        assertThatThrownBy(() -> tags(registry)).isInstanceOf(UnreachableException.class);
        assertThat(registry.time.waits).hasSize(3);
    }

    @Test
    void an_unknown_host_is_not() {
        PlayedTime time = new PlayedTime();
        try (HttpRegistryClient client = HttpRegistryClient.builder("http://nowhere.invalid:5000")
                .clock(time)
                .pauses(time)
                .build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("unknown host");
            assertThat(time.waits).isEmpty();
        }
    }

    @Test
    void nothing_is_repeated_where_that_was_switched_off() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(429));
                HttpRegistryClient client = registry.settings().retries(0).build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(TooManyRequestsException.class);
            assertThat(registry.seen()).hasSize(1);
        }
    }

    @Test
    void the_time_that_it_asks_for_is_given() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(status(429, "Retry-After: 7"))) {
            tags(registry);
            assertThat(registry.time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void more_time_than_there_is_ends_the_call_at_once_and_says_how_much() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(429, "Retry-After: 3600"))) {
            assertThatThrownBy(() -> tags(registry))
                    .isInstanceOfSatisfying(
                            TooManyRequestsException.class,
                            e -> assertThat(e.retryAfter()).isEqualTo(Optional.of(Duration.ofHours(1))));
            assertThat(registry.time.waits).isEmpty();
            assertThat(registry.count("GET")).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_is_away_for_longer_than_there_is_time_ends_the_call_at_once_and_says_how_long() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(503, "Retry-After: 3600"))) {
            assertThatThrownBy(() -> tags(registry))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.response().retryAfter()).isEqualTo(Optional.of(Duration.ofHours(1))));
            assertThat(registry.count("GET")).isEqualTo(1);
        }
    }

    @Test
    void more_than_a_minute_is_not_waited_for_however_long_the_call_may_take() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(status(429, "Retry-After: 61"));
                HttpRegistryClient client =
                        registry.settings().callTimeout(Duration.ofHours(1)).build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(TooManyRequestsException.class);
            assertThat(registry.time.waits).isEmpty();
        }
    }

    @Test
    void repeating_ends_with_the_call() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").always(exchange -> exchange.reply(503, ""));
                HttpRegistryClient client =
                        registry.settings().callTimeout(Duration.ofMillis(400)).build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.time.waited()).isLessThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    /** Such as credentials for a token: "not sent" is true of the last attempt only. */
    @Test
    @SuppressWarnings("try") // closed while the client waits
    void what_nobody_took_in_the_end_tells_that_an_attempt_before_was_sent() {
        try (ScriptedServer registry = new ScriptedServer(exchange -> exchange.reply(503, ""));
                HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                        .pauses(wait -> registry.close())
                        .build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(UnreachableException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed())
                            .singleElement()
                            .asString()
                            .contains("before the last one was sent"));
        }
    }
}
