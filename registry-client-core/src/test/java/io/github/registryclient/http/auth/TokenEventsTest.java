package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.event.TokenFetch;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener learns of tokens: for what, from whom, until when; never the token. */
class TokenEventsTest {
    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RecordingListener listener = new RecordingListener();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
            .credentials("user", "5ecre7")
            .listener(listener)
            .build();

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    @Test
    void a_token_is_told_once_and_its_uses_are_not() {
        client.listTags(app).toList();
        client.listTags(app).toList();

        assertThat(listener.of(TokenFetch.class)).singleElement().satisfies(fetch -> {
            assertThat(fetch.host()).isEqualTo("127.0.0.1:" + registry.port());
            assertThat(fetch.service()).isEqualTo("played");
            assertThat(fetch.scopes()).singleElement().asString().startsWith("repository:team/app:pull");
            assertThat(fetch.isGiven()).isTrue();
            assertThat(fetch.failure()).isEmpty();
            assertThat(fetch.usableFor().orElseThrow())
                    .as("of 300 seconds, less what it took and a little")
                    .isBetween(Duration.ofSeconds(200), Duration.ofSeconds(300));
            assertThat(fetch.time()).isPositive();
        });
    }

    @Test
    void the_request_for_it_is_told_as_one() {
        client.listTags(app).toList();

        assertThat(listener.of(RequestAttempt.class))
                .filteredOn(RequestAttempt::isForToken)
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.route()).isEqualTo(Route.TOKEN);
                    assertThat(attempt.uri()).isEqualTo(registry.realm() + "?…");
                    assertThat(attempt.repository()).isEmpty();
                });
        assertThat(listener.of(RequestAttempt.class))
                .extracting(RequestAttempt::route)
                .containsExactly(Route.ROOT, Route.TOKEN, Route.TAGS);
    }

    @Test
    void a_refused_one_is_told_with_the_exception_that_the_caller_gets() {
        registry.desk = (exchange, account, scopes) -> exchange.reply(
                401, Samples.error("UNAUTHORIZED", "wrong password 5ecre7"), "Content-Type: application/json");
        Throwable failure = catchThrowable(() -> client.listTags(app).toList());

        assertThat(listener.of(TokenFetch.class)).isNotEmpty().allSatisfy(fetch -> {
            assertThat(fetch.isGiven()).isFalse();
            assertThat(fetch.usableFor()).isEmpty();
        });
        assertThat(listener.of(TokenFetch.class))
                .last()
                .satisfies(fetch -> assertThat(fetch.failure()).containsSame(failure));
        assertThat(listener.events().toString()).doesNotContain("5ecre7");
    }
}
