package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers a refusal: another token once, or one for a wider scope, and then nothing more. */
class RefusedTokenTest {
    private static final String MANIFEST = "/v2/team/app/manifests/" + Samples.sha256(Samples.MANIFEST);

    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));
    private final HttpRegistryClient client = client(Credentials.basic("user", "pass"));

    private HttpRegistryClient client(Credentials credentials) {
        return HttpRegistryClient.builder(registry.url())
                .retries(0)
                .credentials(CredentialsProvider.fixed(credentials))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    @Test
    void a_token_that_is_refused_is_replaced_once() {
        client.listTags(app).toList();
        registry.tokens.clear();
        assertThat(client.listTags(app).toList()).hasSize(1);
        assertThat(registry.seen).endsWith("GET /v2/team/app/tags/list t1", "GET /v2/team/app/tags/list t2");
        assertThat(registry.asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_token", "insufficient_scope", ""})
    void a_registry_that_always_refuses_is_asked_twice_at_most(String error) {
        registry.before = (exchange, authorization) -> {
            registry.challenge(exchange, "repository:team/app:pull", error);
            return true;
        };
        assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        assertThat(registry.seen).hasSizeBetween(2, 3); // with the question at first
        assertThat(registry.asked).hasSizeLessThanOrEqualTo(2);

        registry.seen.clear();
        registry.asked.clear();
        assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        assertThat(registry.seen).hasSizeLessThanOrEqualTo(2);
        assertThat(registry.asked).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_403_without_a_challenge_is_final() {
        client.listTags(app).toList();
        registry.before = (exchange, authorization) -> {
            exchange.reply(403, Samples.error("DENIED", "no"), "WWW-Authenticate: Basic realm=\"zot\"");
            return true;
        };
        assertThatThrownBy(() -> client.listTags(app).toList())
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContainingAll("403", "DENIED");
        assertThat(registry.asked).hasSize(1);
        assertThat(registry.seen).hasSize(3);
    }

    @Test
    void a_403_for_the_scope_is_answered_with_a_token_for_it() {
        registry.before = (exchange, authorization) -> {
            boolean insufficient = exchange.line().contains("tags/list")
                    && registry.tokens.getOrDefault(authorization, List.of()).stream()
                            .noneMatch(scope -> scope.contains("metadata_read"));
            if (insufficient && !authorization.isEmpty()) {
                exchange.reply(
                        403,
                        "",
                        "WWW-Authenticate: "
                                + registry.bearer("repository:team/app:metadata_read", "insufficient_scope"));
            }
            return insufficient && !authorization.isEmpty();
        };
        assertThat(client.listTags(app).toList()).hasSize(1);
        assertThat(registry.asked).last().isEqualTo("GET user:pass repository:team/app:pull,delete,metadata_read");
        client.listTags(RepositoryName.of("team/other")).toList();
        assertThat(registry.asked)
                .as("what was learnt is asked for at once elsewhere")
                .hasSize(3)
                .last()
                .isEqualTo("GET user:pass repository:team/other:pull,delete,metadata_read");
    }

    @Test
    void a_deletion_that_the_challenges_scope_does_not_let_through_asks_for_more_and_remembers() {
        registry.before = (exchange, authorization) -> {
            boolean refused = exchange.method().equals("DELETE")
                    && registry.tokens.getOrDefault(authorization, List.of()).stream()
                            .noneMatch(scope -> scope.endsWith(":*"));
            if (refused) {
                registry.challenge(exchange, "repository:team/app:delete", "insufficient_scope");
            } else if (exchange.method().equals("DELETE")) {
                exchange.reply(202, "");
            }
            return refused || exchange.method().equals("DELETE");
        };
        registry.desk = (exchange, account, scopes) -> registry.grant(
                exchange,
                scopes.stream()
                        .map(scope -> scope.endsWith(":*") ? scope : scope.replace(",delete", ""))
                        .collect(Collectors.toList()),
                "");
        client.deleteManifest(app, digest);
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:pass repository:team/app:pull,delete",
                        "GET user:pass repository:team/app:pull,push,delete",
                        "GET user:pass repository:team/app:*");
        registry.asked.clear();
        registry.seen.clear();
        client.deleteManifest(app, digest);
        assertThat(registry.asked).isEmpty();
        assertThat(registry.seen).containsExactly("HEAD " + MANIFEST + " t3", "DELETE " + MANIFEST + " t3");
    }

    @Test
    void an_account_that_may_not_delete_does_not_ask_for_every_manifest_anew() {
        registry.desk = (exchange, account, scopes) ->
                registry.grant(exchange, PlayedTokenRegistry.without(scopes, "delete"), "");
        registry.before = (exchange, authorization) -> {
            if (exchange.method().equals("DELETE")) {
                registry.challenge(exchange, "repository:team/app:delete", "insufficient_scope");
                return true;
            }
            if (registry.tokens.containsKey(authorization)) {
                registry.show(
                        exchange, exchange.line().substring(exchange.method().length() + 1));
                return true;
            }
            return false;
        };
        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(NotPermittedException.class);
        registry.asked.clear();
        registry.seen.clear();
        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(NotPermittedException.class);
        assertThat(registry.asked).hasSizeLessThanOrEqualTo(1);
        assertThat(registry.seen).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void a_refused_deletion_stays_one_for_other_reasons() {
        registry.before = (exchange, authorization) -> {
            if (exchange.method().equals("DELETE")) {
                exchange.reply(409, Samples.error("DENIED", "locked"));
            }
            return exchange.method().equals("DELETE");
        };
        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(DeletionRefusedException.class);
        assertThat(registry.asked).hasSize(1);
    }
}
