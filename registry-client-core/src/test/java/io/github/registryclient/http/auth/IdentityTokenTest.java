package io.github.registryclient.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity tokens are changed for access tokens by POST, and by GET where their account is known and POST is not taken. */
class IdentityTokenTest {
    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");

    @AfterEach
    void stop() {
        registry.close();
    }

    private void list(Credentials credentials) {
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                .retries(0)
                .credentials(CredentialsProvider.fixed(credentials))
                .build()) {
            client.listTags(app).toList();
            client.listTags(RepositoryName.of("team/other")).toList();
        }
    }

    private String form(int index) {
        return new String(registry.tokenRequests.get(index).body(), UTF_8);
    }

    private void refusePost(int status) {
        registry.desk = (exchange, account, scopes) -> {
            if (exchange.method().equals("POST")) {
                exchange.reply(status, "");
            } else {
                registry.grant(exchange, scopes, "");
            }
        };
    }

    @Test
    void it_goes_into_the_body_of_a_post() {
        list(Credentials.identityToken("1d&t0ken"));
        assertThat(form(0))
                .isEqualTo("grant_type=refresh_token&service=played&client_id=registry-client-java"
                        + "&scope=repository%3Ateam%2Fapp%3Apull%2Cdelete&refresh_token=1d%26t0ken");
        Exchange post = registry.tokenRequests.get(0);
        assertThat(post.line()).isEqualTo("POST /token");
        assertThat(post.header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(post.header("Authorization")).isEmpty();
    }

    @Test
    void a_newer_one_replaces_it_at_its_token_server() {
        registry.desk = (exchange, account, scopes) ->
                registry.grant(exchange, scopes, ",\"refresh_token\":\"rotated" + registry.asked.size() + "\"");
        list(Credentials.identityToken("first"));
        assertThat(form(0)).endsWith("refresh_token=first");
        assertThat(form(1)).endsWith("refresh_token=rotated1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void a_newer_one_that_is_refused_gives_way_to_the_accounts_own(int status) {
        registry.desk = (exchange, account, scopes) -> {
            if (new String(exchange.body(), UTF_8).endsWith("refresh_token=rotated")) {
                exchange.reply(status, "{\"error\":\"invalid_grant\"}", "Content-Type: application/json");
            } else {
                registry.grant(exchange, scopes, ",\"refresh_token\":\"rotated\"");
            }
        };
        list(Credentials.identityToken("first"));
        assertThat(form(0)).endsWith("refresh_token=first");
        assertThat(form(1)).endsWith("refresh_token=rotated");
        assertThat(form(2)).endsWith("refresh_token=first");
        assertThat(registry.tokenRequests).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 405})
    void where_post_is_not_taken_it_counts_as_the_accounts_password(int status) {
        refusePost(status);
        list(Credentials.identityToken("user", "t0ken"));
        assertThat(registry.asked)
                .startsWith("POST repository:team/app:pull,delete", "GET user:t0ken repository:team/app:pull,delete");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 500})
    void without_an_account_there_is_nothing_to_fall_back_on(int status) {
        refusePost(status);
        assertThatThrownBy(() -> list(Credentials.identityToken("t0ken")))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContainingAll("POST " + registry.realm(), "status " + status, "127.0.0.1:" + registry.port())
                .hasMessageNotContaining("t0ken\"")
                .hasMessageNotContaining("effect");
    }

    @Test
    void a_refused_one_is_refused() {
        refusePost(401);
        assertThatThrownBy(() -> list(Credentials.identityToken("5ecre7")))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("identity token ***")
                .hasMessageNotContaining("5ecre7");
    }

    @Test
    void azures_token_user_has_one_for_a_password() {
        list(Credentials.basic("00000000-0000-0000-0000-000000000000", "r3fresh"));
        assertThat(form(0)).contains("grant_type=refresh_token", "refresh_token=r3fresh");
    }

    @Test
    void a_post_that_is_not_answered_leaves_nothing_to_look_at() {
        registry.desk = (exchange, account, scopes) -> exchange.cut();
        assertThatThrownBy(() -> list(Credentials.identityToken("t0ken")))
                .isInstanceOf(RegistryException.class)
                .hasMessageNotContaining("look before repeating it");
    }
}
