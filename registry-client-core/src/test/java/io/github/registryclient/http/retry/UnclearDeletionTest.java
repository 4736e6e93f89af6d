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
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.ScriptedServer.Script;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
}
