package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: fetched when they are wanted, shared, renewed once, and as few as will do. */
class TokenTest {
    private static final String MANIFEST = "/v2/team/app/manifests/" + Samples.sha256(Samples.MANIFEST);

    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));
    private final HttpRegistryClient client = client(Credentials.basic("user", "pass"));

    private HttpRegistryClient client(Credentials credentials) {
        return HttpRegistryClient.builder(registry.url())
                .credentials(CredentialsProvider.fixed(credentials))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    @Test
    void listing_and_deleting_in_one_repository_costs_one_token() {
        assertThat(client.listTags(app).toList()).hasSize(1);
        client.deleteManifest(app, digest);
        client.deleteManifest(app, digest);

        assertThat(registry.asked).containsExactly("GET user:pass repository:team/app:pull,delete");
        assertThat(registry.seen)
                .containsExactly(
                        "GET /v2/",
                        "GET /v2/team/app/tags/list t1",
                        "HEAD " + MANIFEST + " t1",
                        "DELETE " + MANIFEST + " t1",
                        "HEAD " + MANIFEST + " t1",
                        "DELETE " + MANIFEST + " t1");
    }

    @Test
    void two_repositories_have_two_tokens_and_the_catalog_one() {
        client.listRepositories().toList();
        client.listTags(app).toList();
        client.listTags(RepositoryName.of("team/other")).toList();
        client.listTags(app).toList();

        assertThat(registry.asked)
                .containsExactly(
                        "GET user:pass registry:catalog:*",
                        "GET user:pass repository:team/app:pull,delete",
                        "GET user:pass repository:team/other:pull,delete");
        assertThat(registry.seen)
                .hasSize(5)
                .filteredOn(line -> !line.matches(".* t\\d"))
                .containsExactly("GET /v2/");
    }

    @Test
    void a_hundred_requests_at_once_fetch_one_token() {
        List<Tag> tags = IntStream.range(0, 100).mapToObj(i -> Tag.of("t" + i)).collect(Collectors.toList());
        assertThat(client.resolveTags(app, tags).digests()).hasSize(100);
        assertThat(registry.asked).hasSize(1);
        assertThat(registry.seen).hasSize(101);
    }

    @Test
    void a_request_for_a_token_names_service_account_and_client() {
        client.listTags(app).toList();
        assertThat(registry.tokenRequests.get(0).line())
                .isEqualTo("GET /token?service=played&scope=repository%3Ateam%2Fapp%3Apull%2Cdelete"
                        + "&client_id=registry-client-java&account=user");
    }

    @Test
    void nobody_gets_a_token_too_when_the_registry_asks_for_one() {
        try (HttpRegistryClient nobody = client(Credentials.anonymous())) {
            nobody.listTags(app).toList();
            nobody.listTags(app).toList();
        }
        assertThat(registry.asked).containsExactly("GET repository:team/app:pull");
        assertThat(registry.seen)
                .containsExactly(
                        "GET /v2/team/app/tags/list", "GET /v2/team/app/tags/list t1", "GET /v2/team/app/tags/list t1");
    }

    @Test
    void minimal_scopes_are_asked_for_one_by_one() {
        try (HttpRegistryClient minimal = HttpRegistryClient.builder(registry.url())
                .credentials("user", "pass")
                .minimalScopes()
                .build()) {
            minimal.listTags(app).toList();
            minimal.deleteManifest(app, digest);
        }
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:pass repository:team/app:pull", "GET user:pass repository:team/app:pull,delete");
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
    void a_static_bearer_token_is_sent_as_it_is_and_exchanged_for_nothing() {
        registry.tokens.put("given", List.of("repository:team/app:pull"));
        try (HttpRegistryClient given = client(Credentials.bearer("given"))) {
            given.listTags(app).toList();
        }
        assertThat(registry.asked).isEmpty();
        assertThat(registry.seen).containsExactly("GET /v2/", "GET /v2/team/app/tags/list given");
    }

    @Test
    void a_static_bearer_token_is_renewed_by_its_provider_once() {
        registry.tokens.put("new", List.of("repository:team/app:pull"));
        CredentialsProvider renewing = new CredentialsProvider() {
            @Override
            public Credentials credentials(String host, Optional<RepositoryName> repository) {
                return Credentials.bearer("old");
            }

            @Override
            public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
                return Credentials.bearer("new");
            }
        };
        try (HttpRegistryClient renewed =
                HttpRegistryClient.builder(registry.url()).credentials(renewing).build()) {
            renewed.listTags(app).toList();
        }
        assertThat(registry.seen)
                .containsExactly("GET /v2/", "GET /v2/team/app/tags/list old", "GET /v2/team/app/tags/list new");
    }

    @Test
    void a_password_that_the_token_server_refuses_is_renewed_once() {
        registry.desk = (exchange, account, scopes) -> {
            if (account.equals("user:2")) {
                registry.grant(exchange, scopes, "");
            } else {
                exchange.reply(401, Samples.error("UNAUTHORIZED", "expired"));
            }
        };
        CredentialsProvider renewing = new CredentialsProvider() {
            @Override
            public Credentials credentials(String host, Optional<RepositoryName> repository) {
                return Credentials.basic("user", "1");
            }

            @Override
            public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
                return Credentials.basic("user", "2");
            }
        };
        try (HttpRegistryClient renewed =
                HttpRegistryClient.builder(registry.url()).credentials(renewing).build()) {
            renewed.listTags(app).toList();
        }
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:1 repository:team/app:pull,delete", "GET user:2 repository:team/app:pull,delete");
    }

    @Test
    void an_upload_sends_no_byte_before_it_has_its_token() {
        registry.before = (exchange, authorization) -> {
            if (!exchange.method().equals("POST") && !exchange.method().equals("PUT") || authorization.isEmpty()) {
                return false;
            }
            if (exchange.method().equals("POST")) {
                exchange.reply(202, "", "Location: /v2/team/app/blobs/uploads/1");
            } else {
                exchange.reply(201, "", "Docker-Content-Digest: " + Samples.sha256("blob"));
            }
            return true;
        };
        client.uploadBlob(app, "blob".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:pass repository:team/app:pull,delete",
                        "GET user:pass repository:team/app:pull,push,delete");
        assertThat(registry.exchanges())
                .filteredOn(exchange -> exchange.body().length > 0)
                .singleElement()
                .extracting(Exchange::method)
                .isEqualTo("PUT");
    }

    @Test
    void a_mount_has_a_token_for_both_repositories() {
        registry.before = (exchange, authorization) -> {
            if (exchange.method().equals("POST")) {
                exchange.reply(201, "", "Docker-Content-Digest: " + digest);
            }
            return exchange.method().equals("POST");
        };
        assertThat(client.mountBlob(app, digest, RepositoryName.of("team/base")))
                .isTrue();
        assertThat(registry.asked)
                .containsExactly("GET user:pass repository:team/base:pull repository:team/app:pull,push,delete");
    }

    @Test
    void an_address_elsewhere_gets_no_token() {
        try (PlayedTokenRegistry elsewhere = new PlayedTokenRegistry()) {
            registry.before = (exchange, authorization) -> {
                boolean redirects = exchange.line().contains("/blobs/") && !authorization.isEmpty();
                if (redirects) {
                    exchange.reply(307, "", "Location: " + elsewhere.url() + "/blob");
                }
                return redirects;
            };
            elsewhere.before = (exchange, authorization) -> {
                exchange.reply(200, "blob");
                return true;
            };
            client.findBlobSize(app, digest);
            assertThat(elsewhere.seen).containsExactly("HEAD /blob");
            assertThat(Collections.frequency(registry.asked, registry.asked.get(0)))
                    .isEqualTo(1);
        }
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
