package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token servers that are down, lie or talk: typed failures that name host and remedy, and show no secret. */
class TokenServerFailureTest {
    private static final String PASSWORD = "5ecre7-P4ssw0rd";
    private static final String TOKEN = "5ecre7.t0ken.giv3n";

    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
            .retries(0)
            .credentials("user", PASSWORD)
            .attemptTimeout(Duration.ofMillis(1500))
            .build();

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    private void answer(int status, String body, String... headers) {
        registry.desk = (exchange, account, scopes) -> exchange.reply(status, body, headers);
    }

    private void list() {
        client.listTags(app).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"bad login\"}]}|UNAUTHORIZED bad login",
                "401|{\"details\":\"incorrect username or password\"}|incorrect username or password",
                "403|{\"error\":\"access_denied\",\"error_description\":\"not you\"}|access_denied not you",
                "401|{\"error\":{\"code\":\"E1\",\"message\":\"not you\"}}|E1 not you",
                "401|{\"message\":\"Bad credentials\"}|Bad credentials",
                "401|wrong password|wrong password",
                "401|<html>login</html>|a page for people",
                "401||status 401",
                "401|{\"errors\":\"x\"}|status 401",
            })
    void refused_credentials_are_told_with_host_and_remedy(int status, String body, String said) {
        answer(status, body == null ? "" : body);
        assertThatThrownBy(this::list)
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContainingAll(
                        "GET " + registry.realm(),
                        said,
                        "The token server 127.0.0.1:" + registry.port() + " of " + registry.url(),
                        "user:***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|oops",
                "503|<html>down</html>",
                "404|",
                "405|{}",
                "302|",
                "200|<html>hi</html>",
                "200|",
                "200|{}"
            })
    void without_a_token_the_call_fails_and_says_whose_fault_it_is(int status, String body) {
        answer(status, body == null ? "" : body);
        assertThatThrownBy(this::list)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContainingAll("status " + status, "127.0.0.1:" + registry.port());
        assertThat(registry.seen).containsExactly("GET /v2/");
    }

    @Test
    void too_many_requests_are_told_with_the_wait() {
        answer(429, "", "Retry-After: 7");
        assertThatThrownBy(this::list)
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void a_failure_is_not_kept() {
        answer(503, "");
        assertThatThrownBy(this::list).isInstanceOf(TokenUnavailableException.class);
        registry.desk = (exchange, account, scopes) -> registry.grant(exchange, scopes, "");
        list();
    }

    @Test
    void a_token_server_s_404_deletes_nothing_and_is_no_missing_manifest() {
        answer(404, Samples.error("MANIFEST_UNKNOWN", "no"), "Docker-Distribution-Api-Version: registry/2.0");
        assertThatThrownBy(() -> client.deleteManifest(app, Digest.of(Samples.sha256("x"))))
                .isInstanceOf(TokenUnavailableException.class);
        assertThat(registry.seen).noneMatch(line -> line.startsWith("DELETE"));
    }

    @Test
    void a_token_server_that_hangs_ends_with_the_attempt() {
        registry.desk = (exchange, account, scopes) -> exchange.hold();
        assertThatThrownBy(this::list).isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void a_token_server_that_cuts_is_named() {
        registry.desk = (exchange, account, scopes) -> exchange.cut();
        assertThatThrownBy(this::list)
                .isInstanceOf(NoResponseException.class)
                .hasMessageContaining("GET " + registry.realm());
    }

    @Test
    void an_endless_answer_is_cut_off() {
        answer(200, "{\"token\":\"" + "x".repeat(1 << 20) + "\"}");
        assertThatThrownBy(this::list)
                .isInstanceOf(io.github.registryclient.error.BodyTooLargeException.class)
                .hasMessageContaining(registry.realm());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 401, 403, 404, 405, 429, 500})
    void whatever_it_quotes_shows_no_secret(int status) {
        String pair = java.util.Base64.getEncoder()
                .encodeToString(("user:" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String body : new String[] {
            "{\"token\":\"" + TOKEN + "\",\"broken\":",
            "{\"access_token\":\"" + TOKEN + " \",\"message\":\"for user:" + PASSWORD + "\"}",
            "{\"errors\":[{\"code\":\"X\",\"message\":\"Basic " + pair + "\",\"detail\":\"" + TOKEN + "\"}]}",
            "{\"error\":\"invalid " + PASSWORD + "\",\"token\":\"" + TOKEN + "\"}",
            "who is user:" + PASSWORD + " (Basic " + pair + ")",
            "<html>" + TOKEN + PASSWORD + "</html>",
        }) {
            answer(status, body);
            Throwable failure = catchThrowable(this::list);
            assertThat(failure).isNotNull();
            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertThat(all.toString()).doesNotContain(PASSWORD, TOKEN, pair);
        }
    }

    @Test
    void a_refusal_by_the_registry_shows_no_token_that_it_quotes() {
        registry.desk = (exchange, account, scopes) -> {
            registry.tokens.put(TOKEN, scopes);
            exchange.reply(200, "{\"token\":\"" + TOKEN + "\"}");
        };
        registry.before = (exchange, authorization) -> {
            if (!authorization.isEmpty()) {
                exchange.reply(500, Samples.error("UNKNOWN", "bad token " + TOKEN), "Content-Type: application/json");
            }
            return !authorization.isEmpty();
        };
        Throwable failure = catchThrowable(this::list);
        assertThat(failure).isNotNull().hasMessageContaining("bad token");
        assertThat(failure.toString()).doesNotContain(TOKEN);
        assertThat(client.toString()).doesNotContain(TOKEN, PASSWORD);
    }

    @Test
    void credentials_do_not_follow_a_redirect_to_another_host() {
        try (ScriptedServer thief = new ScriptedServer(exchange -> exchange.reply(200, "{\"token\":\"x\"}"))) {
            answer(307, "", "Location: " + thief.url() + "/token");
            assertThatThrownBy(this::list)
                    .isInstanceOf(RedirectRefusedException.class)
                    .hasMessageContaining(thief.url());
            assertThat(thief.exchanges()).isEmpty();
        }
    }

    @Test
    void a_redirect_at_home_is_followed_with_credentials() {
        registry.desk = (exchange, account, scopes) -> {
            if (exchange.line().startsWith("GET /token/")) {
                registry.grant(exchange, scopes, "");
            } else {
                exchange.reply(
                        308, "", "Location: " + exchange.line().substring(4).replace("/token?", "/token/?"));
            }
        };
        list();
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:" + PASSWORD + " repository:team/app:pull,delete",
                        "GET user:" + PASSWORD + " repository:team/app:pull,delete");
    }
}
