package io.github.registryclient.http.retry;

import static io.github.registryclient.http.retry.TroubledRegistry.APP;
import static io.github.registryclient.http.retry.TroubledRegistry.DIGEST;
import static io.github.registryclient.http.retry.TroubledRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that has enough is given time by all that use the client, and more again when it is well. */
class SlowDownTest {
    private static final List<Tag> TAGS =
            IntStream.range(0, 50).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());

    @Test
    void one_refusal_holds_back_the_next_call_of_another_account_too() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(status(429, "Retry-After: 20"));
                HttpRegistryClient client = registry.settings().retries(0).build();
                HttpRegistryClient other = client.with(CredentialsProvider.anonymous())) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(TooManyRequestsException.class);
            assertThat(registry.time.waited()).isZero();
            other.getManifestDigest(APP, DIGEST);
            assertThat(registry.time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        }
    }

    @Test
    void who_has_less_time_than_that_is_told_so_and_nothing_is_sent() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(status(429, "Retry-After: 20"));
                HttpRegistryClient client = registry.settings()
                        .retries(0)
                        .callTimeout(Duration.ofSeconds(10))
                        .build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).isInstanceOf(TooManyRequestsException.class);
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("not sent")
                    .hasMessageContaining("asked to be left alone for another 20000 ms");
            assertThat(registry.seen()).hasSize(1);
        }
    }

    @Test
    void a_day_is_a_minute_for_those_who_come_later() {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(status(503, "Retry-After: 86400"));
                HttpRegistryClient client = registry.client()) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).hasMessageContaining("503");
            assertThat(client.listTags(APP).toList()).hasSize(1);
            assertThat(registry.time.waited()).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(61));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_refusal_that_names_no_time_spreads_what_comes_next(int refusal) {
        try (TroubledRegistry registry = new TroubledRegistry("GET").first(status(refusal));
                HttpRegistryClient client =
                        registry.settings().retries(0).concurrency(1).build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList()).hasMessageContaining(String.valueOf(refusal));
            assertThat(registry.time.waited()).isZero();
            client.resolveTags(APP, TAGS);
            assertThat(registry.time.waits.get(0)).isEqualTo(Duration.ofMillis(50));
            assertThat(registry.time.waits).as("it recovers").hasSizeLessThan(TAGS.size());
        }
    }

    @Test
    void bulk_work_goes_on_through_refusals_and_is_complete() {
        try (TroubledRegistry registry = new TroubledRegistry("HEAD").first(20, status(429));
                HttpRegistryClient client = registry.client()) {
            assertThat(client.resolveTags(APP, TAGS).digests()).hasSize(50);
            assertThat(registry.count("HEAD")).isEqualTo(70);
        }
    }

    @Test
    void so_many_a_second_take_so_long() {
        try (TroubledRegistry registry = new TroubledRegistry("GET");
                HttpRegistryClient client =
                        registry.settings().requestsPerSecond(2).concurrency(1).build()) {
            client.resolveTags(APP, TAGS);
            assertThat(registry.time.waited()).isEqualTo(Duration.ofMillis(49 * 500));
        }
    }
}
