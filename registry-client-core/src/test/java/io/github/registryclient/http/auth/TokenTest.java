package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
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
}
