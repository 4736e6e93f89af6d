package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The manners of known servers: Harbor, zot, Quay, Gitea, GCR, Docker Hub, and what token servers make of POST. */
class KnownServersTest {
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

    private static boolean isFor(io.github.registryclient.http.server.Exchange exchange, String part) {
        return exchange.line().contains(part);
    }

    /** Any request that carried an Authorization is refused with Basic, whatever it was; the catalog wants Basic itself. */
    @Test
    void harbor_asks_for_basic_in_every_refusal_of_a_token() {
        registry.before = (exchange, authorization) -> {
            boolean catalog = isFor(exchange, "_catalog") && !authorization.equals("user:pass");
            boolean badToken = !authorization.isEmpty()
                    && !authorization.equals("user:pass")
                    && !registry.tokens.containsKey(authorization);
            if (catalog || badToken) {
                exchange.reply(401, Samples.error("UNAUTHORIZED", ""), "WWW-Authenticate: Basic realm=\"harbor\"");
            } else if (isFor(exchange, "_catalog")) {
                registry.show(exchange, "/v2/_catalog");
            }
            return catalog || badToken || isFor(exchange, "_catalog");
        };
        assertThat(client.listRepositories().toList()).hasSize(1);
        assertThat(registry.seen)
                .containsExactly("GET /v2/", "GET /v2/_catalog?n=1000 t1", "GET /v2/_catalog?n=1000 user:pass");
        registry.seen.clear();
        client.listRepositories().toList();
        assertThat(registry.seen).as("it is remembered").containsExactly("GET /v2/_catalog?n=1000 user:pass");

        client.listTags(app).toList();
        registry.tokens.clear();
        registry.seen.clear();
        client.listTags(app).toList();
        assertThat(registry.seen)
                .as("an expired token is replaced by way of the challenge of /v2/")
                .containsExactly("GET /v2/team/app/tags/list t2", "GET /v2/team/app/tags/list t3");
    }

    /** The client of Java 11 trips over the empty header itself, and gives no answer to anybody. */
    @Test
    void harbor_has_an_empty_challenge_for_an_unknown_project() {
        registry.before = (exchange, authorization) -> {
            boolean unknown = isFor(exchange, "nobody/");
            if (unknown) {
                exchange.reply(401, Samples.error("UNAUTHORIZED", "project nobody not found"), "WWW-Authenticate:");
            }
            return unknown;
        };
        boolean trips = Runtime.version().feature() < 17;
        assertThatThrownBy(
                        () -> client.listTags(RepositoryName.of("nobody/app")).toList())
                .isInstanceOf(trips ? NoResponseException.class : NotPermittedException.class)
                .hasMessageContaining(trips ? "nobody/app" : "project nobody not found");
        assertThat(registry.seen).hasSizeLessThanOrEqualTo(3);
    }

    /** Reading is open, but shows nobody less; the challenge stands on the success. */
    @Test
    void zot_is_asked_with_credentials_because_of_a_challenge_on_a_success() {
        registry.before = (exchange, authorization) -> {
            boolean root = isFor(exchange, "GET /v2/ ") || exchange.line().equals("GET /v2/");
            if (root) {
                exchange.reply(200, "", "WWW-Authenticate: bearer realm=" + registry.realm() + ",service=zot");
            } else if (authorization.isEmpty()) {
                exchange.reply(200, "{\"repositories\":[]}", "Content-Type: application/json");
            }
            return root || authorization.isEmpty();
        };
        assertThat(client.listRepositories().toList()).hasSize(1);
        assertThat(registry.asked).containsExactly("GET user:pass registry:catalog:*");
        try (HttpRegistryClient nobody = client(Credentials.anonymous())) {
            assertThat(nobody.listRepositories().toList()).isEmpty();
        }
        assertThat(registry.asked).hasSize(1);
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {429, 500, 503})
    void where_the_question_is_not_answered_nobody_goes_on_without_credentials(int status) {
        registry.before = (exchange, authorization) -> {
            if (exchange.line().equals("GET /v2/")) {
                exchange.reply(status, "");
            } else {
                exchange.reply(200, "{\"repositories\":[]}", "Content-Type: application/json");
            }
            return true;
        };
        assertThatThrownBy(() -> client.listRepositories().toList())
                .isInstanceOf(io.github.registryclient.error.ErrorResponseException.class)
                .hasMessageContaining("status " + status);
        registry.before = (exchange, authorization) -> false;
        assertThat(client.listRepositories().toList()).as("it is asked again").hasSize(1);
    }

    /** An anonymous catalog is empty; scopes for the catalog and for deleting are refused with 400. */
    @Test
    void quay_refuses_scopes_that_it_does_not_know() {
        registry.before = (exchange, authorization) -> {
            boolean anonymous = isFor(exchange, "_catalog") && authorization.isEmpty();
            boolean listed = isFor(exchange, "_catalog") && registry.tokens.containsKey(authorization);
            boolean deletes = exchange.method().equals("DELETE");
            if (anonymous) {
                exchange.reply(200, "{\"repositories\":[]}", "Content-Type: application/json");
            } else if (listed) {
                registry.show(exchange, "/v2/_catalog");
            } else if (deletes
                    && registry.tokens.getOrDefault(authorization, java.util.List.of()).stream()
                            .noneMatch(scope -> scope.contains("push"))) {
                registry.challenge(exchange, "repository:team/app:pull,push", "insufficient_scope");
            } else if (deletes) {
                exchange.reply(202, "");
            }
            return anonymous || listed || deletes;
        };
        registry.desk = (exchange, account, scopes) -> {
            if (scopes.stream().allMatch(scope -> scope.matches("repository:[^:]+:((push|pull|\\*),?)+"))) {
                registry.grant(exchange, scopes, "");
            } else {
                exchange.reply(400, "{\"error\":\"INVALID_REQUEST\",\"message\":\"unknown scope\"}");
            }
        };
        assertThat(client.listRepositories().toList()).hasSize(1);
        assertThat(registry.asked).containsExactly("GET user:pass registry:catalog:*", "GET user:pass");
        registry.asked.clear();

        client.listTags(app).toList();
        client.deleteManifest(app, digest);
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:pass repository:team/app:pull,delete",
                        "GET user:pass repository:team/app:pull",
                        "GET user:pass repository:team/app:pull,push");
        registry.asked.clear();

        client.listTags(RepositoryName.of("team/other")).toList();
        client.listRepositories().toList();
        assertThat(registry.asked).as("it is remembered").containsExactly("GET user:pass repository:team/other:pull");
    }

    /** The registry demands what its token server refuses to hear of; the star is what both know. */
    @Test
    void a_delete_that_the_registry_demands_and_the_token_server_refuses_is_had_by_the_star() {
        registry.desk = (exchange, account, scopes) -> {
            if (scopes.toString().contains("delete")) {
                exchange.reply(400, "{}");
            } else {
                registry.grant(exchange, scopes, "");
            }
        };
        client.deleteManifest(app, digest);
        client.deleteManifest(app, digest);
        assertThat(registry.asked)
                .containsExactly(
                        "GET user:pass repository:team/app:pull,delete",
                        "GET user:pass repository:team/app:pull",
                        "GET user:pass repository:team/app:*");
        assertThat(registry.seen).filteredOn(line -> line.startsWith("DELETE")).hasSize(3);
    }

    @Test
    void gitea_offers_both_in_one_header_and_names_no_service() {
        registry.before = (exchange, authorization) -> {
            if (authorization.isEmpty()) {
                exchange.reply(
                        401,
                        "",
                        "WWW-Authenticate: Bearer realm=\"" + registry.realm()
                                + "\",scope=\"*\",Basic realm=\"Gitea Container Registry\"");
            }
            return authorization.isEmpty();
        };
        client.listTags(app).toList();
        assertThat(registry.seen).containsExactly("GET /v2/", "GET /v2/team/app/tags/list t1");
        assertThat(registry.tokenRequests.get(0).line()).doesNotContain("service=");
    }

    @Test
    void where_both_are_offered_and_no_token_can_be_had_basic_does() {
        registry.challengeEnd = ",Basic realm=\"r\"";
        registry.desk = (exchange, account, scopes) -> exchange.reply(503, "<html>down</html>");
        registry.before = (exchange, authorization) -> {
            if (authorization.equals("user:pass")) {
                registry.show(
                        exchange, exchange.line().substring(exchange.method().length() + 1));
            }
            return authorization.equals("user:pass");
        };
        client.listTags(app).toList();
        client.listTags(app).toList();
        assertThat(registry.asked).as("once").hasSize(1);
        assertThat(registry.seen)
                .containsExactly(
                        "GET /v2/", "GET /v2/team/app/tags/list user:pass", "GET /v2/team/app/tags/list user:pass");
    }

    @Test
    void where_the_token_of_two_offers_is_refused_basic_is_tried_once() {
        registry.challengeEnd = ",Basic realm=\"r\"";
        registry.before = (exchange, authorization) -> {
            registry.challenge(exchange, "repository:team/app:pull", "invalid_token");
            return true;
        };
        assertThatThrownBy(() -> client.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
        assertThat(registry.seen)
                .containsExactly("GET /v2/", "GET /v2/team/app/tags/list t1", "GET /v2/team/app/tags/list user:pass");
    }

    /** Requests are refused without a challenge; only /v2/ has one. */
    @Test
    void gcr_says_only_at_the_root_how_it_wants_to_be_convinced() {
        registry.before = (exchange, authorization) -> {
            boolean silent = !exchange.line().equals("GET /v2/") && authorization.isEmpty();
            if (silent) {
                exchange.reply(401, Samples.error("UNAUTHORIZED", "who are you"));
            }
            return silent;
        };
        try (HttpRegistryClient nobody = client(Credentials.anonymous())) {
            assertThat(nobody.listTags(app).toList()).hasSize(1);
        }
        assertThat(registry.seen)
                .containsExactly("GET /v2/team/app/tags/list", "GET /v2/", "GET /v2/team/app/tags/list t1");
    }

    /** The catalog is refused for its scope although the token was asked for with it. */
    @Test
    void docker_hubs_catalog_is_refused_once() {
        registry.desk = (exchange, account, scopes) -> registry.grant(exchange, java.util.List.of(), "");
        assertThatThrownBy(() -> client.listRepositories().toList())
                .isInstanceOf(io.github.registryclient.error.CatalogUnavailableException.class);
        assertThat(registry.asked).hasSize(1);
        assertThat(registry.seen).containsExactly("GET /v2/", "GET /v2/_catalog?n=1000 t1");
    }
}
