package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.cut;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change is repeated only where it certainly had no effect. */
class ChangeRetryTest {
    private final Manifest manifest = Manifest.parse(Samples.OCI_MANIFEST, Samples.MANIFEST.getBytes(UTF_8));

    private void put(TroubledRegistry registry) {
        try (HttpRegistryClient client = registry.client()) {
            client.putManifest(APP, Tag.of("1.0"), manifest);
        }
    }

    private static void untag(TroubledRegistry registry) {
        try (HttpRegistryClient client = registry.client()) {
            client.deleteTag(APP, Tag.of("1.0"));
        }
    }

    @Test
    void a_put_that_was_refused_for_now_is_sent_again() {
        try (TroubledRegistry registry =
                new TroubledRegistry("PUT").first(status(429)).first(status(503, "Retry-After: 1"))) {
            put(registry);
            assertThat(registry.count("PUT")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void a_put_that_may_have_been_carried_out_is_not(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("PUT").always(status(status))) {
            assertThatThrownBy(() -> put(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("PUT")).isEqualTo(1);
        }
    }

    @Test
    void nor_is_one_whose_answer_is_missing() {
        try (TroubledRegistry registry = new TroubledRegistry("PUT").always(cut())) {
            assertThatThrownBy(() -> put(registry)).isInstanceOf(NoResponseException.class);
            assertThat(registry.count("PUT")).isEqualTo(1);
        }
    }

    @Test
    void a_tag_is_looked_at_anew_before_its_deletion_is_tried_again() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").first(2, status(429))) {
            registry.manifestIsThere = true;
            assertThatThrownBy(() -> untag(registry)); // this registry takes the manifest along
            assertThat(registry.seen().subList(0, 6))
                    .containsExactly(
                            "HEAD /v2/team/app/manifests/1.0",
                            "DELETE /v2/team/app/manifests/1.0",
                            "HEAD /v2/team/app/manifests/1.0",
                            "DELETE /v2/team/app/manifests/1.0",
                            "HEAD /v2/team/app/manifests/1.0",
                            "DELETE /v2/team/app/manifests/1.0");
        }
    }

    @Test
    void and_the_repetitions_are_told_with_their_numbers_and_wait_longer_each_time() {
        RecordingListener told = new RecordingListener();
        try (TroubledRegistry registry =
                        new TroubledRegistry("DELETE").first(status(429)).first(status(429, "Retry-After: 7"));
                HttpRegistryClient client = registry.settings().listener(told).build()) {
            assertThatThrownBy(() -> client.deleteTag(APP, Tag.of("1.0"))); // this registry takes the manifest along
            List<Retry> retries = told.of(Retry.class);
            assertThat(retries).extracting(Retry::failedAttempt).containsExactly(1, 2);
            assertThat(retries).extracting(retry -> retry.status().getAsInt()).containsExactly(429, 429);
            assertThat(retries.get(0).delay()).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
            assertThat(retries.get(1).delay()).isEqualTo(Duration.ofSeconds(7));
            assertThat(registry.time.waits)
                    .contains(retries.get(0).delay(), retries.get(1).delay());
            assertThat(told.of(RequestAttempt.class).stream()
                            .filter(attempt -> attempt.method().equals("DELETE"))
                            .map(RequestAttempt::number))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    @Timeout(30)
    void a_look_that_never_ends_ends_with_the_deletion_of_the_tag() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE");
                HttpRegistryClient client =
                        registry.settings().deleteTimeout(Duration.ofSeconds(1)).build()) {
            registry.first(exchange -> {
                registry.everything = Exchange::hold;
                exchange.reply(202, "");
            });
            assertThat(client.deleteTag(APP, Tag.of("1.0")).outcome()).isEqualTo(Outcome.ACCEPTED_PARTIALLY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void the_deletion_of_a_tag_is_never_repeated_after_trouble(int status) {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(status(status, "Retry-After: 1"))) {
            assertThatThrownBy(() -> untag(registry)).isInstanceOf(ErrorResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }

    @Test
    void nor_after_a_connection_that_ended() {
        try (TroubledRegistry registry = new TroubledRegistry("DELETE").always(cut())) {
            assertThatThrownBy(() -> untag(registry)).isInstanceOf(NoResponseException.class);
            assertThat(registry.count("DELETE")).isEqualTo(1);
        }
    }
}
