package io.github.registryclient.testkit.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.testkit.MovableClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each manner does what its source says, and nothing else changes. */
class TokenMannerTest {
    private final TokenServer server = TokenServer.builder()
            .user("alice", "secret")
            .allow("alice", "repository:**:*")
            .allow("alice", "registry:catalog:*")
            .clock(MovableClock.at(Instant.parse("2026-03-01T10:00:00Z")))
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_token_has_one_name() throws Exception {
        server.setManners(TokenManner.ONLY_TOKEN);
        assertThat(fields(get())).contains("token").doesNotContain("access_token");
        assertThat(fields(post())).contains("token").doesNotContain("access_token");
        server.setManners(TokenManner.ONLY_ACCESS_TOKEN);
        assertThat(fields(get())).contains("access_token").doesNotContain("token");
    }

    @Test
    void times_are_missing_or_wrong() throws Exception {
        server.setManners(TokenManner.NO_EXPIRES_IN);
        assertThat(fields(get())).contains("issued_at").doesNotContain("expires_in");
        server.setManners(TokenManner.NO_ISSUED_AT);
        assertThat(fields(get())).contains("expires_in").doesNotContain("issued_at");
        server.setManners(TokenManner.ISSUED_AT_IN_THE_FUTURE);
        assertThat(json(get()).path("issued_at").asText()).isEqualTo("2026-03-01T11:00:00Z");
        server.setManners(TokenManner.ISSUED_AT_LONG_AGO);
        assertThat(json(get()).path("issued_at").asText()).isEqualTo("2026-02-28T10:00:00Z");
        server.setManners(TokenManner.SHORT_LIVED);
        assertThat(json(get()).path("expires_in").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"POST_NOT_FOUND, 404", "POST_NOT_ALLOWED, 405", "POST_UNAUTHORIZED, 401", "POST_BAD_REQUEST, 400"})
    void a_post_is_refused_and_a_get_is_not(TokenManner manner, int status) throws Exception {
        server.setManners(manner);

        assertThat(post().statusCode()).isEqualTo(status);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void scopes_that_quay_does_not_know_are_refused() throws Exception {
        server.setManners(TokenManner.DELETE_SCOPE_REFUSED);
        assertThat(get("scope", "repository:a:delete").statusCode()).isEqualTo(400);
        assertThat(get("scope", "repository:a:pull,delete").statusCode()).isEqualTo(400);
        assertThat(get("scope", "repository:delete:pull,push,*").statusCode()).isEqualTo(200);
        assertThat(get("scope", "registry:catalog:*").statusCode()).isEqualTo(200);
        server.setManners(TokenManner.CATALOG_SCOPE_REFUSED);
        assertThat(get("scope", "registry:catalog:*").statusCode()).isEqualTo(400);
        assertThat(get("scope", "repository:a:delete").statusCode()).isEqualTo(200);
    }

    @Test
    void a_missing_service_is_refused() throws Exception {
        server.setManners(TokenManner.SERVICE_REQUIRED);

        assertThat(get().statusCode()).isEqualTo(400);
        assertThat(get("service", "x").statusCode()).isEqualTo(200);
    }

    @Test
    void missing_credentials_are_asked_for() throws Exception {
        server.setManners(TokenManner.ANONYMOUS_REFUSED);

        assertThat(Call.get(server.realm()).send().headers().firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void less_is_granted_than_asked() throws Exception {
        String[] asked = {"scope", "repository:a:pull", "scope", "repository:b:pull"};
        server.setManners(TokenManner.ONLY_FIRST_SCOPE);
        get(asked);
        server.setManners(TokenManner.NOTHING_GRANTED);
        get(asked);
        server.setManners();
        get(asked);

        assertThat(server.requests())
                .extracting(LoggedTokenRequest::granted)
                .containsExactly(
                        List.of("repository:a:pull"), List.of(), List.of("repository:a:pull", "repository:b:pull"));
    }

    @Test
    void a_gateway_answers_in_its_place() throws Exception {
        server.setManners(TokenManner.UNAVAILABLE);

        assertThat(get().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(503);
    }

    @Test
    void the_realms_query_must_be_kept() throws Exception {
        URI without = server.realm();
        server.setManners(TokenManner.REALM_WITH_QUERY);

        assertThat(server.realm()).asString().isEqualTo(without + "?tenant=testkit");
        assertThat(Call.get(without).status()).isEqualTo(400);
        assertThat(Call.get(URI.create(server.realm() + "&service=x")).status()).isEqualTo(200);
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void manners_can_be_set_before_it_starts() throws Exception {
        try (TokenServer down =
                TokenServer.builder().manner(TokenManner.UNAVAILABLE).start()) {
            assertThat(Call.get(down.realm()).status()).isEqualTo(503);
        }
    }

    private HttpResponse<String> get(String... query) throws Exception {
        String separator = server.realm().getQuery() == null ? "?" : "&";
        return Call.get(URI.create(server.realm() + separator + Call.form(query)))
                .basic("alice", "secret")
                .send();
    }

    private HttpResponse<String> post() throws Exception {
        return Call.post(
                        server.realm(),
                        "grant_type",
                        "password",
                        "service",
                        "registry.test",
                        "client_id",
                        "test",
                        "username",
                        "alice",
                        "password",
                        "secret")
                .send();
    }

    private static List<String> fields(HttpResponse<String> answer) throws Exception {
        List<String> names = new java.util.ArrayList<>();
        json(answer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
