package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RateLimit;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.event.ServerWarning;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener learns of each attempt; for tokens see {@link io.github.registryclient.http.auth.TokenEventsTest}. */
class ListenerTest extends WireMockRegistry {
    private RecordingListener listener = new RecordingListener();

    @BeforeEach
    void forget() {
        listener = new RecordingListener();
    }

    private HttpRegistryClient observed() {
        return settings().listener(listener).build();
    }

    private RequestOutcome onlyOutcome() {
        List<RequestOutcome> outcomes = listener.of(RequestOutcome.class);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    @Test
    void an_attempt_is_told_before_and_after_with_all_that_metrics_need() {
        on(get(APP + "/tags/list?n=7"), plain(200, "application/json", "{\"tags\":[\"a\"]}"));
        try (HttpRegistryClient client =
                settings().pageSize(7).listener(listener).build()) {
            assertThat(client.listTags(app).toList()).hasSize(1);
        }

        RequestOutcome outcome = onlyOutcome();
        RequestAttempt attempt = outcome.attempt();
        assertThat(listener.events()).containsExactly(attempt, outcome);
        assertThat(listener.events().get(0)).isSameAs(attempt);
        assertThat(attempt.method()).isEqualTo("GET");
        assertThat(attempt.uri()).isEqualTo(server.baseUrl() + APP + "/tags/list?n=7");
        assertThat(attempt.host()).isEqualTo("localhost:" + server.getPort());
        assertThat(attempt.route()).isEqualTo(Route.TAGS);
        assertThat(attempt.repository()).contains(app);
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.isForToken()).isFalse();
        assertThat(outcome.status()).hasValue(200);
        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.bodyBytes()).hasValue("{\"tags\":[\"a\"]}".length());
        assertThat(outcome.time()).isPositive();
        assertThat(outcome.rateLimit()).isEmpty();
    }

    @Test
    void a_refusal_is_an_answer() {
        on(head(manifest(tag)), refusal(404, "MANIFEST_UNKNOWN"));
        on(get(manifest(tag)), refusal(404, "MANIFEST_UNKNOWN"));
        try (HttpRegistryClient client = observed()) {
            assertThatThrownBy(() -> client.getManifestDigest(app, tag)).isInstanceOf(NotFoundException.class);
        }
        assertThat(listener.of(RequestOutcome.class)).allSatisfy(outcome -> {
            assertThat(outcome.status()).hasValue(404);
            assertThat(outcome.failure()).isEmpty();
        });
    }

    @Test
    void a_cut_connection_is_told_by_the_exception_that_the_caller_gets() {
        on(delete(manifest(digest)), aResponse().withFault(Fault.EMPTY_RESPONSE));
        on(head(manifest(digest)), theManifest());
        try (HttpRegistryClient client = observed()) {
            assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(RuntimeException.class);
        }
        assertThat(listener.of(RequestOutcome.class))
                .filteredOn(outcome -> outcome.attempt().method().equals("DELETE"))
                .isNotEmpty()
                .allSatisfy(outcome -> {
                    assertThat(outcome.status()).isEmpty();
                    assertThat(outcome.bodyBytes()).isEmpty();
                    assertThat(outcome.failure()).get().isInstanceOf(NoResponseException.class);
                });
    }

    @Test
    void a_redirect_is_two_attempts_and_its_target_shows_no_query() {
        String blob = Samples.sha256("blob");
        on(get(APP + "/blobs/" + blob), aResponse().withStatus(307).withHeader("Location", "/store/b?sig=5ecre7"));
        on(get("/store/b?sig=5ecre7"), aResponse().withStatus(200).withBody("blob"));
        try (HttpRegistryClient client = observed();
                InputStream stream = client.openBlob(app, Digest.of(blob))) {
            assertThat(stream.readAllBytes()).hasSize(4);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(listener.of(RequestAttempt.class))
                .extracting(attempt -> attempt.route() + " " + attempt.uri())
                .containsExactly(
                        "BLOBS " + server.baseUrl() + APP + "/blobs/" + blob,
                        "REDIRECTED " + server.baseUrl() + "/store/b?…");
        assertThat(listener.of(RequestOutcome.class))
                .extracting(outcome -> outcome.bodyBytes().isPresent())
                .as("the size of a stream is not known when it begins")
                .containsExactly(true, false);
    }

    @Test
    void each_attempt_has_a_number_of_its_own_in_bulk_work_too() {
        List<Tag> tags = IntStream.range(0, 30).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());
        tags.forEach(each -> on(head(manifest(each)), theManifest()));
        try (HttpRegistryClient client = observed()) {
            client.resolveTags(app, tags);
        }
        Set<Long> ids = listener.of(RequestOutcome.class).stream()
                .map(outcome -> outcome.attempt().id())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(30);
        assertThat(listener.of(RequestAttempt.class))
                .hasSize(30)
                .allMatch(attempt -> attempt.route() == Route.MANIFESTS);
    }

    @Test
    void the_limit_for_requests_is_told_with_the_answer_and_with_the_refusal() {
        on(
                get(APP + "/tags/list"),
                aResponse()
                        .withStatus(429)
                        .withHeader("ratelimit-limit", "100;w=21600")
                        .withHeader("ratelimit-remaining", "0;w=21600"));
        RateLimit limit;
        try (HttpRegistryClient client = observed()) {
            TooManyRequestsException refusal = catchThrowableOfType(
                    TooManyRequestsException.class, () -> client.listTags(app).toList());
            limit = refusal.response().rateLimit().orElseThrow();
        }
        assertThat(limit.limit()).hasValue(100);
        assertThat(limit.remaining()).hasValue(0);
        assertThat(limit.window()).contains(Duration.ofHours(6));
        assertThat(listener.of(RequestOutcome.class))
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.rateLimit()).contains(limit));
    }

    @Test
    void a_warning_is_told_once() {
        on(head(manifest(tag)), theManifest().withHeader("Warning", "299 - \"moving house\""));
        try (HttpRegistryClient client = observed()) {
            client.getManifestDigest(app, tag);
            client.getManifestDigest(app, tag);
        }
        assertThat(listener.of(ServerWarning.class))
                .extracting(warning -> warning.host() + ": " + warning.text())
                .containsExactly("localhost:" + server.getPort() + ": moving house");
    }

    @Test
    void a_listener_that_throws_fails_no_call_and_keeps_nothing_from_the_next() {
        on(head(manifest(tag)), theManifest());
        ClientListener failing = new FailingListener();
        try (CapturedLog log = new CapturedLog(
                        "io.github.registryclient.http.listener",
                        failing.getClass().getName());
                HttpRegistryClient client =
                        settings().listener(failing).listener(listener).build()) {
            assertThat(client.getManifestDigest(app, tag)).isEqualTo(digest);
            assertThat(client.getManifestDigest(app, tag)).isEqualTo(digest);

            assertThat(log.lines()).as("said once").hasSize(1);
        }
        assertThat(listener.of(RequestOutcome.class)).hasSize(2);
    }

    private static final class FailingListener implements ClientListener {
        @Override
        public void requestStarted(RequestAttempt attempt) {
            throw new NoClassDefFoundError("io/micrometer/Timer");
        }

        @Override
        public void requestFinished(RequestOutcome outcome) {
            throw new IllegalStateException("no meter");
        }
    }

    @Test
    void views_for_other_accounts_tell_the_same_listener() {
        on(head(manifest(tag)), theManifest());
        try (HttpRegistryClient client = observed()) {
            client.with(io.github.registryclient.auth.Credentials.anonymous()).getManifestDigest(app, tag);
        }
        onlyOutcome();
    }

    @Test
    void each_attempt_is_logged_at_debug() {
        on(head(manifest(tag)), theManifest());
        try (CapturedLog log = new CapturedLog("io.github.registryclient.http.request", server.baseUrl())) {
            client.getManifestDigest(app, tag);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .matches("FINE: HEAD \\Q" + server.baseUrl() + manifest(tag) + "\\E: status 200 in \\d+ ms");
        }
    }
}
