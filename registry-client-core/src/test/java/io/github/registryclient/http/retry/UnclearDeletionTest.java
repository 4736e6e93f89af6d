package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.AT_DIGEST;
import static io.github.registryclient.http.retry.TroubledRegistry.DIGEST;
import static io.github.registryclient.http.retry.TroubledRegistry.cut;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.ScriptedServer.Script;
import io.github.registryclient.manifest.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deletion by digest that was not heard of is looked at, and sent again only while the manifest is there. */
class UnclearDeletionTest {
    private static DeleteResult delete(TroubledRegistry registry) {
        try (HttpRegistryClient client = registry.client()) {
            return client.deleteManifest(APP, DIGEST);
        }
    }

    private static Stream<Script> unheard() {
        return Stream.of(
                cut(), status(500), status(502), status(503), status(503, "Retry-After: 1"), status(504), status(408));
    }

    @ParameterizedTest
    @MethodSource("unheard")
    void one_that_was_not_carried_out_is_sent_again(Script trouble) {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").first(trouble)) {
            assertThat(delete(registry)).isEqualTo(DeleteResult.of(Outcome.DELETED));
            assertThat(registry.seen())
                    .containsExactly(
                            "HEAD " + AT_DIGEST, "DELETE " + AT_DIGEST, "HEAD " + AT_DIGEST, "DELETE " + AT_DIGEST);
        }
    }

    @ParameterizedTest
    @MethodSource("unheard")
    void one_that_was_is_not_and_its_tags_are_to_be_looked_at(Script trouble) {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE")) {
            registry.first(registry.after(trouble));
            DeleteResult result = delete(registry);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
            assertThat(result.toString()).contains("the manifest is gone").contains("tags");
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void a_connection_that_ends_each_time_is_tried_three_times_more() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(cut())) {
            assertThatThrownBy(() -> delete(registry)).isInstanceOf(NoResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void a_registry_in_trouble_is_tried_once_more(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(status(status))) {
            assertThatThrownBy(() -> delete(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 405, 409, 412, 423, 501})
    void a_refusal_is_a_refusal(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(status(status))) {
            assertThatThrownBy(() -> delete(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void one_that_was_refused_for_now_is_sent_again_without_a_look() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").first(3, status(429))) {
            assertThat(delete(registry).outcome()).isEqualTo(Outcome.DELETED);
            assertThat(registry.count("HEAD")).isEqualTo(1);
        }
    }

    /** Harbor's and some gateways' 204 with a body, which the JDK's client refuses to read. */
    @Test
    void an_answer_that_breaks_http_is_looked_at_too() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE")) {
            registry.first(registry.after(
                    exchange -> exchange.send("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello")));
            assertThat(delete(registry).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void but_not_sent_again_where_the_manifest_stayed() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(exchange -> {
            exchange.send("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello");
            exchange.cut();
        })) {
            assertThatThrownBy(() -> delete(registry)).isInstanceOf(InvalidResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void a_look_that_fails_leaves_the_first_failure_with_its_own_beside_it() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE");
                HttpRegistryClient client = registry.client()) {
            registry.first(exchange -> {
                registry.everything = status(403);
                exchange.cut();
            });
            assertThatThrownBy(() -> client.deleteManifest(APP, DIGEST))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining("DELETE")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void each_repetition_waits_longer_and_is_told_with_its_number() {
        RecordingListener told = new RecordingListener();
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").first(2, cut());
                HttpRegistryClient client = registry.settings().listener(told).build()) {
            client.deleteManifest(APP, DIGEST);
            assertThat(told.of(Retry.class)).extracting(Retry::failedAttempt).containsExactly(1, 2);
            assertThat(told.of(Retry.class)).extracting(Retry::delay).isEqualTo(registry.time.waits);
            assertThat(registry.time.waits.get(0)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
            assertThat(registry.time.waits.get(1)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
            assertThat(numbers(told)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void so_is_one_of_a_registry_in_trouble_with_its_status() {
        RecordingListener told = new RecordingListener();
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").first(status(502));
                HttpRegistryClient client = registry.settings().listener(told).build()) {
            client.deleteManifest(APP, DIGEST);
            assertThat(told.of(Retry.class)).singleElement().satisfies(retry -> {
                assertThat(retry.status()).hasValue(502);
                assertThat(retry.failure()).isEmpty();
                assertThat(retry.delay()).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
            });
            assertThat(numbers(told)).containsExactly(1, 2);
        }
    }

    @Test
    void the_numbers_go_on_where_it_is_also_refused_for_now() {
        RecordingListener told = new RecordingListener();
        try (TroubledRegistry registry =
                        new TroubledRegistry("DELETE").first(cut()).first(2, status(429));
                HttpRegistryClient client = registry.settings().listener(told).build()) {
            client.deleteManifest(APP, DIGEST);
            assertThat(told.of(Retry.class)).extracting(Retry::failedAttempt).containsExactly(1, 2, 3);
            assertThat(numbers(told)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void one_that_would_have_to_wait_beyond_the_deadline_is_not_sent_again() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE")) {
            registry.always(exchange -> {
                registry.time.pass(Duration.ofMillis(4 * 60_000 + 29_900)); // of four and a half minutes for DELETEs
                exchange.reply(502, "");
            });
            assertThatThrownBy(() -> delete(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(1);
            assertThat(registry.time.waits).isEmpty();
        }
    }

    @Test
    void slow_looks_and_a_slow_deletion_share_one_deadline() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE")) {
            registry.slow("HEAD", Duration.ofSeconds(100));
            registry.always(exchange -> {
                registry.time.pass(Duration.ofSeconds(100));
                exchange.reply(502, "");
            });
            assertThatThrownBy(() -> delete(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    @Timeout(30)
    void what_became_of_one_that_took_all_its_time_is_still_seen() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE")) {
            registry.first(registry.after(Exchange::hold));
            try (HttpRegistryClient client =
                    registry.settings().deleteTimeout(Duration.ofSeconds(2)).build()) {
                assertThat(client.deleteManifest(APP, DIGEST).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
            }
        }
    }

    @Test
    @Timeout(30)
    void a_look_that_never_ends_ends_with_the_deletion() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE");
                HttpRegistryClient client =
                        registry.settings().deleteTimeout(Duration.ofSeconds(1)).build()) {
            registry.first(exchange -> {
                registry.everything = Exchange::hold;
                exchange.reply(502, "");
            });
            assertThatThrownBy(() -> client.deleteManifest(APP, DIGEST))
                    .isInstanceOf(ErrorResponseException.class)
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .singleElement()
                            .isInstanceOf(DeadlineExceededException.class));
        }
    }

    /** What is known of a second deletion is that the manifest was not there before it; of tags a digest's answer never tells. */
    @Test
    void after_one_that_was_not_heard_of_the_next_finds_it_gone_already() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE");
                HttpRegistryClient client = registry.client()) {
            Manifest manifest = client.getManifest(APP, DIGEST);
            registry.first(registry.after(cut()));
            assertThat(client.deleteManifest(APP, manifest).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
            assertThat(client.deleteManifest(APP, manifest)).isEqualTo(DeleteResult.of(Outcome.ALREADY_GONE));
            assertThat(client.deleteManifest(APP, DIGEST)).isEqualTo(DeleteResult.of(Outcome.ALREADY_GONE));
        }
    }

    @Test
    void a_404_after_one_that_was_not_heard_of_may_be_its_own_work_so_the_tags_are_to_be_looked_at() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE");
                HttpRegistryClient client = registry.client()) {
            Manifest manifest = client.getManifest(APP, DIGEST);
            registry.first(exchange -> {
                registry.carriedOutAfterOneMoreLook = true;
                exchange.cut();
            });
            assertThat(client.deleteManifest(APP, manifest).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
            assertThat(registry.count("DELETE")).isEqualTo(2);
        }
    }

    private static List<Integer> numbers(RecordingListener told) {
        return told.of(RequestAttempt.class).stream()
                .filter(attempt -> attempt.method().equals("DELETE"))
                .map(RequestAttempt::number)
                .collect(Collectors.toList());
    }
}
