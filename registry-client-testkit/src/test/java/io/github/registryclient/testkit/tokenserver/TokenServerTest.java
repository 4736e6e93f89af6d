package io.github.registryclient.testkit.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What distribution's token.md (GET) and oauth.md (POST) say. */
class TokenServerTest {
    private static final String SECRET = "sentinel-password";

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T10:00:00Z"));
    private final TokenServer server = TokenServer.builder()
            .user("alice", SECRET)
            .user("bob", "other")
            .allow("alice", "repository:team/*:pull,push,delete")
            .allow("alice", "registry:catalog:*")
            .allowAnonymous("repository:public/*:pull")
            .clock(clock)
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_user_gets_what_was_asked_as_far_as_it_is_allowed() throws Exception {
        JsonNode answer = json(get("service", "registry.test", "scope", "repository:team/a:pull,push,admin")
                .basic("alice", SECRET)
                .send());

        assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.path("issued_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(answer.path("token").asText())
                .isEqualTo(answer.path("access_token").asText());
        assertThat(answer.has("refresh_token")).isFalse();
        JsonNode claims = claims(answer.path("token").asText());
        assertThat(claims.path("iss").asText()).isEqualTo("testkit token server");
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("aud").asText()).isEqualTo("registry.test");
        assertThat(claims.path("iat").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(claims.path("nbf").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(clock.instant().getEpochSecond() + 300);
        assertThat(claims.path("jti").asText()).isNotEmpty();
        assertThat(claims.path("access"))
                .hasToString("[{\"type\":\"repository\",\"name\":\"team/a\",\"actions\":[\"pull\",\"push\"]}]");
    }

    @Test
    void several_scopes_are_several_parameters() throws Exception {
        HttpResponse<String> answer = get(
                        "scope", "repository:team/a:pull",
                        "scope", "registry:catalog:*",
                        "scope", "repository:other/b:pull",
                        "scope", "repository:host:5000/x:pull",
                        "scope", "no scope")
                .basic("alice", SECRET)
                .send();

        assertThat(access(answer)).containsExactly("repository:team/a:[\"pull\"]", "registry:catalog:[\"*\"]");
        assertThat(server.requests())
                .singleElement()
                .extracting(LoggedTokenRequest::granted)
                .isEqualTo(List.of("repository:team/a:pull", "registry:catalog:*"));
    }

    @Test
    void without_credentials_there_is_what_everybody_may_which_may_be_nothing() throws Exception {
        assertThat(access(get("scope", "repository:public/a:pull,push").send()))
                .containsExactly("repository:public/a:[\"pull\"]");
        assertThat(access(get("scope", "repository:team/a:pull").send())).isEmpty();
        assertThat(access(get().send())).isEmpty();
        assertThat(claims(json(get().send()).path("token").asText()).path("sub").asText())
                .isEmpty();
    }

    @Test
    void a_wrong_password_is_refused_and_asked_for() throws Exception {
        for (Call call : List.of(
                get().basic("alice", "wrong"),
                get().basic("nobody", SECRET),
                get().header("Authorization", "Basic %%%"),
                get().bearer("x"),
                password("alice", "wrong"))) {
            HttpResponse<String> answer = call.send();

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"testkit token server\"");
            assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void a_post_with_a_password_gets_one_token_with_its_scope() throws Exception {
        JsonNode answer = json(password("alice", SECRET, "scope", "repository:team/a:pull repository:team/b:delete,x")
                .send());

        assertThat(answer.has("token")).isFalse();
        assertThat(answer.path("scope").asText()).isEqualTo("repository:team/a:pull repository:team/b:delete");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
        assertThat(claims(answer.path("access_token").asText()).path("access")).hasSize(2);
        assertThat(answer.has("refresh_token")).isFalse();
    }

    @Test
    void a_refresh_token_gets_others_until_it_is_revoked() throws Exception {
        String byPost = json(password("alice", SECRET, "access_type", "offline").send())
                .path("refresh_token")
                .asText();
        String byGet = json(get("offline_token", "true", "service", "registry.test")
                        .basic("alice", SECRET)
                        .send())
                .path("refresh_token")
                .asText();

        for (String token : List.of(byPost, byGet, server.identityToken("alice"))) {
            JsonNode answer = json(refresh(token, "registry.test").send());
            assertThat(answer.path("refresh_token").asText()).isEqualTo(token);
            assertThat(claims(answer.path("access_token").asText()).path("sub").asText())
                    .isEqualTo("alice");
            assertThat(answer.path("scope").asText()).isEqualTo("repository:team/a:delete");
            assertThat(refresh(token, "other.test").status())
                    .as("of another service")
                    .isEqualTo(401);
        }
        server.revokeIdentityTokens();
        assertThat(refresh(byPost, "registry.test").status()).isEqualTo(401);
        assertThat(refresh("made up", "registry.test").status()).isEqualTo(401);
    }

    @Test
    void nobody_in_particular_gets_no_refresh_token() throws Exception {
        assertThat(json(get("offline_token", "true").send()).has("refresh_token"))
                .isFalse();
        assertThatThrownBy(() -> server.identityToken("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_post_without_what_is_required_is_refused() throws Exception {
        assertThat(Call.post(server.realm(), "grant_type", "password", "username", "alice", "password", SECRET)
                        .status())
                .isEqualTo(400);
        assertThat(Call.post(server.realm(), "grant_type", "guess", "service", "a", "client_id", "b")
                        .status())
                .isEqualTo(400);
        assertThat(Call.of("PUT", server.realm()).status()).isEqualTo(405);
        assertThat(Call.get(server.realm().resolve("/other")).status()).isEqualTo(404);
    }

    @Test
    void requests_are_remembered_without_secrets() throws Exception {
        get("service", "registry.test", "scope", "repository:team/a:pull", "client_id", "me")
                .basic("alice", SECRET)
                .send();
        get().basic("alice", SECRET + "!").send();
        password("alice", SECRET, "access_type", "offline").send();
        String identity = server.identityToken("alice");
        refresh(identity, "registry.test").send();

        List<LoggedTokenRequest> requests = server.requests();
        assertThat(requests)
                .extracting(LoggedTokenRequest::grant)
                .containsExactly("basic", "basic", "password", "refresh_token");
        assertThat(requests).extracting(LoggedTokenRequest::status).containsExactly(200, 401, 200, 200);
        assertThat(requests).extracting(LoggedTokenRequest::method).containsExactly("GET", "GET", "POST", "POST");
        assertThat(requests).extracting(LoggedTokenRequest::offline).containsExactly(false, false, true, false);
        assertThat(requests).extracting(LoggedTokenRequest::user).containsOnly(Optional.of("alice"));
        assertThat(requests.get(0).clientId()).contains("me");
        assertThat(requests.get(0).service()).contains("registry.test");
        assertThat(requests.get(0).scopes()).containsExactly("repository:team/a:pull");
        assertThat(requests.get(0))
                .hasToString("GET basic alice [repository:team/a:pull] -> 200 [repository:team/a:pull]");
        assertThat(requests.toString() + server + clock).doesNotContain(SECRET, identity);
        server.clearRequests();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_held_server_answers_when_it_is_let_go() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (Hold hold = server.hold()) {
            for (int i = 0; i < 3; i++) {
                Thread thread = new Thread(() -> {
                    try {
                        get().send();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            hold.awaitWaiting(3);
            assertThat(server.requests()).isEmpty();
            assertThat(hold.waiting()).isEqualTo(3);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(server.requests()).hasSize(3);
        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void its_end_ends_requests_that_are_held() throws Exception {
        try (Hold hold = server.hold()) {
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            new Thread(() -> {
                        try {
                            failure.completeExceptionally(new AssertionError(get().send()));
                        } catch (Exception e) {
                            failure.complete(e);
                        }
                    })
                    .start();
            hold.awaitWaiting(1);

            server.close();

            assertThat(failure.get()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_is_granted_can_be_looked_up() {
        assertThat(server.granted("alice", "repository:team/a:pull,metadata_read"))
                .containsExactly("pull");
        assertThat(server.granted("bob", "repository:team/a:pull")).isEmpty();
        assertThat(server.grantedToAll("repository:public/a:pull,push")).containsExactly("pull");
        assertThat(server.accepts("bob", "other")).isTrue();
        assertThat(server.accepts("bob", SECRET)).isFalse();
    }

    @Test
    void a_server_that_is_down_refuses_connections() {
        server.close();

        assertThatThrownBy(() -> get().send()).isInstanceOf(ConnectException.class);
    }

    @Test
    void it_speaks_tls() throws Exception {
        CertificateAuthority authority = CertificateAuthority.create();
        try (TokenServer secure =
                TokenServer.builder().tls(authority.serverTls()).start()) {
            assertThat(secure.realm()).hasScheme("https");
            assertThat(Call.get(secure.realm())
                            .trusting(authority.clientContext())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_token_can_be_made_without_asking() throws Exception {
        JsonNode claims = claims(server.token("carol", "repository:x:pull,push", "registry:catalog:*"));

        assertThat(claims.path("sub").asText()).isEqualTo("carol");
        assertThat(claims.path("aud").asText()).isEqualTo(server.service());
        assertThat(claims.path("access")).hasSize(2);
        assertThat(server.requests()).isEmpty();
        assertThatThrownBy(() -> server.token("carol", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private Call get(String... query) {
        return Call.get(URI.create(server.realm() + "?" + Call.form(query)));
    }

    private Call password(String user, String password, String... more) {
        List<String> form = new ArrayList<>(List.of("grant_type", "password", "service", "registry.test"));
        form.addAll(List.of("client_id", "test", "username", user, "password", password));
        form.addAll(List.of(more));
        return Call.post(server.realm(), form.toArray(new String[0]));
    }

    private Call refresh(String token, String service) {
        return Call.post(
                server.realm(),
                "grant_type",
                "refresh_token",
                "service",
                service,
                "client_id",
                "test",
                "refresh_token",
                token,
                "scope",
                "repository:team/a:delete");
    }

    private static List<String> access(HttpResponse<String> answer) throws Exception {
        List<String> access = new ArrayList<>();
        for (JsonNode entry : claims(json(answer).path("token").asText()).path("access")) {
            access.add(entry.path("type").asText() + ":" + entry.path("name").asText() + ":" + entry.path("actions"));
        }
        return access;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
