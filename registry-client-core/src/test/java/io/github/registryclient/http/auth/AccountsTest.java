package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many accounts in one process: views share connections and limits, but no account has what another one got. */
class AccountsTest {
    private static final String MANIFEST = "/v2/team/app/manifests/" + Samples.sha256(Samples.MANIFEST);

    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));
    private final HttpRegistryClient alice = HttpRegistryClient.builder(registry.url())
            .credentials("alice", "a-pass")
            .concurrency(2)
            .build();

    @AfterEach
    void stop() {
        alice.close();
        registry.close();
    }

    @Test
    void each_account_gets_its_own_tokens() {
        HttpRegistryClient bob = alice.with(Credentials.basic("bob", "b-pass"));
        HttpRegistryClient nobody = alice.with(Credentials.anonymous());
        for (HttpRegistryClient client : List.of(alice, bob, nobody, alice, bob, nobody)) {
            client.listTags(app).toList();
        }
        assertThat(registry.asked)
                .containsExactly(
                        "GET alice:a-pass repository:team/app:pull,delete",
                        "GET bob:b-pass repository:team/app:pull,delete",
                        "GET repository:team/app:pull");
        List<String> sent = registry.seen.stream()
                .filter(line -> line.contains("tags/list t"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.toList());
        assertThat(sent).containsExactly("t1", "t2", "t3", "t1", "t2", "t3");
    }

    @Test
    void another_password_of_the_same_user_rides_on_no_token() {
        registry.desk = (exchange, account, scopes) -> {
            if (account.equals("alice:a-pass")) {
                registry.grant(exchange, scopes, "");
            } else {
                exchange.reply(401, Samples.error("UNAUTHORIZED", ""));
            }
        };
        alice.listTags(app).toList();
        HttpRegistryClient guess = alice.with(Credentials.basic("alice", "guess"));
        assertThatThrownBy(() -> guess.listTags(app).toList()).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void what_one_account_has_read_counts_for_no_other() {
        HttpRegistryClient bob = alice.with(Credentials.basic("bob", "b-pass"));
        Manifest manifest = alice.getManifest(app, digest);
        registry.seen.clear();
        alice.deleteManifest(app, manifest);
        assertThat(registry.seen).containsExactly("DELETE " + MANIFEST + " t1");
        registry.seen.clear();
        bob.deleteManifest(app, manifest);
        assertThat(registry.seen)
                .as("bob has to see for himself")
                .containsExactly("HEAD " + MANIFEST + " t2", "DELETE " + MANIFEST + " t2");
    }

    @Test
    void what_the_registry_said_of_itself_counts_for_all() {
        registry.desk = (exchange, account, scopes) -> {
            if (scopes.stream().anyMatch(scope -> scope.contains("delete") || scope.contains("catalog"))) {
                exchange.reply(400, "{\"error\":\"INVALID_REQUEST\"}");
            } else {
                registry.grant(exchange, scopes, "");
            }
        };
        registry.before = (exchange, authorization) -> {
            boolean listed = exchange.line().contains("_catalog") && registry.tokens.containsKey(authorization);
            if (listed) {
                registry.show(exchange, "/v2/_catalog");
            }
            return listed;
        };
        alice.listRepositories().toList();
        alice.listTags(app).toList();
        registry.seen.clear();
        registry.asked.clear();
        HttpRegistryClient bob = alice.with(Credentials.basic("bob", "b-pass"));
        bob.listRepositories().toList();
        bob.listTags(app).toList();
        assertThat(registry.asked).containsExactly("GET bob:b-pass", "GET bob:b-pass repository:team/app:pull");
        assertThat(registry.seen).hasSize(2).doesNotContain("GET /v2/");
    }

    @Test
    void what_one_account_was_refused_is_asked_for_by_another_one() {
        registry.desk = (exchange, account, scopes) -> {
            if (account.startsWith("alice") && scopes.toString().contains("delete")) {
                exchange.reply(403, Samples.error("DENIED", ""));
            } else {
                registry.grant(exchange, scopes, "");
            }
        };
        alice.listTags(app).toList();
        alice.with(Credentials.basic("bob", "b-pass")).listTags(app).toList();
        assertThat(registry.asked).endsWith("GET bob:b-pass repository:team/app:pull,delete");
    }

    @Test
    void closing_a_view_closes_nothing_and_a_view_ends_with_its_client() {
        HttpRegistryClient bob = alice.with(Credentials.basic("bob", "b-pass"));
        bob.close();
        assertThat(bob.listTags(app).toList()).hasSize(1);
        assertThat(alice.listTags(app).toList()).hasSize(1);
        alice.close();
        assertThatThrownBy(() -> bob.listTags(app).toList()).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void views_of_a_thousand_accounts_open_no_more_connections() {
        for (int i = 0; i < 1000; i++) {
            alice.with(Credentials.anonymous()).listTags(app).toList();
        }
        assertThat(registry.mostConnections()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_view_says_which_registry_it_is_of_and_nothing_of_its_account() {
        assertThat(alice.with(Credentials.basic("bob", "b-pass"))).hasToString("registry at " + registry.url());
    }
}
