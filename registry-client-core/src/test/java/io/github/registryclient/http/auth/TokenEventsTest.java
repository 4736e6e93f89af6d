package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.event.TokenFetch;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void a_challenge_that_quotes_the_clients_header_or_a_refused_token_shows_neither() {
        registry.desk = (exchange, account, scopes) ->
                exchange.reply(200, "{\"token\":\"1ssued-t0ken-" + registry.asked.size() + "\",\"expires_in\":300}");
        registry.before = (exchange, authorization) -> {
            if (authorization.equals("1ssued-t0ken-2")) {
                registry.show(exchange, exchange.line().substring("GET ".length()));
                return true;
            }
            String quoted = authorization + exchange.header("X-Key").orElse("");
            exchange.reply(
                    401,
                    "",
                    "WWW-Authenticate: Bearer realm=\"" + registry.realm() + "\",service=\"" + quoted
                            + "\",scope=\"repository:" + quoted + ":pull\"");
            return true;
        };
        try (HttpRegistryClient gateway = HttpRegistryClient.builder(registry.url())
                .credentials("user", "5ecre7")
                .secretHeader("X-Key", "9ateway-key")
                .listener(listener)
                .build()) {
            gateway.listTags(app).toList();
        }
        assertThat(registry.asked.toString()).as("could be seen").contains("1ssued-t0ken-1", "9ateway-key");
        assertThat(listener.of(TokenFetch.class)).hasSize(2);
        assertThat(listener.events().toString()).doesNotContain("1ssued-t0ken", "9ateway-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://%s-1.localhost/t", "ftp://%s-1/t", "http://%s-1.invalid/t"})
    void a_realm_whose_host_quotes_a_secret_shows_it_in_no_case(String quoting) {
        registry.desk = (exchange, account, scopes) ->
                exchange.reply(200, "{\"token\":\"Quot3dPassWord-1\",\"expires_in\":300}");
        registry.before = (exchange, authorization) -> {
            String realm = authorization.isEmpty() ? registry.realm() : String.format(quoting, "Quot3dPassWord");
            exchange.reply(401, "", "WWW-Authenticate: Bearer realm=\"" + realm + "\",service=\"s\"");
            return true;
        };
        try (HttpRegistryClient quoted = clientOf("Quot3dPassWord")) {
            for (int call = 0; call < 2; call++) {
                Throwable failure = catchThrowable(() -> quoted.listTags(app).toList());
                assertThat(failure).isNotNull();
                assertThat(failure.getMessage()).doesNotContainIgnoringCase("Quot3dPassWord");
            }
        }
        assertThat(listener.events().toString()).doesNotContainIgnoringCase("Quot3dPassWord");
    }

    private HttpRegistryClient clientOf(String password) {
        return HttpRegistryClient.builder(registry.url())
                .credentials("user", password)
                .listener(listener)
                .retries(0)
                .build();
    }

    @Test
    void a_digest_that_quotes_the_password_does_not_show_it() {
        String hex = "5ec2e7".repeat(10) + "abcd";
        registry.before = (exchange, authorization) -> {
            boolean look = exchange.method().equals("HEAD") && !authorization.isEmpty();
            if (look) {
                exchange.head(200, 5, "Docker-Content-Digest: sha256:" + hex);
            }
            return look;
        };
        try (HttpRegistryClient quoted = clientOf(hex)) {
            Digest other = Digest.of(Samples.sha256("other"));
            assertThatThrownBy(() -> quoted.deleteManifest(app, other))
                    .isInstanceOf(UnverifiedDigestException.class)
                    .hasMessageContaining("answered with sha256:")
                    .hasMessageNotContaining(hex);
        }
    }

    @Test
    void a_host_that_quotes_the_password_does_not_show_it() {
        registry.before = (exchange, authorization) -> {
            boolean head = exchange.method().equals("HEAD") && !authorization.isEmpty();
            if (head) {
                exchange.head(307, 0, "Location: http://5ec2e7-word.invalid/x");
            }
            return head;
        };
        try (HttpRegistryClient quoted = clientOf("5ec2e7-word")) {
            assertThatThrownBy(() -> quoted.findBlobSize(app, Digest.of(Samples.sha256("blob"))))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("unknown host")
                    .hasMessageNotContaining("5ec2e7-word");
        }
        assertThat(listener.events().toString()).contains(".invalid").doesNotContain("5ec2e7-word");
    }
}
