package io.github.registryclient.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A registry that is open to all, never asks who that is, and refuses an old password (Artifactory): the rest stays open. */
class RefusedUnaskedTest {
    private static final Credentials ALICE = Credentials.basic("alice", "stale");
    private static final Credentials BOB = Credentials.basic("bob", "good");
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final Tag THERE = Tag.of("1.0");
    private static final Tag MISSING = Tag.of("missing");
    private static final Digest DIGEST = Digest.of(Samples.sha256(Samples.MANIFEST));
    private static final String JSON = "Content-Type: application/json";

    private final ScriptedServer server = new ScriptedServer(this::answer);
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .credentials("alice", "stale")
            .concurrency(1)
            .retries(0)
            .build();
    private volatile String challenge = "WWW-Authenticate: Basic realm=\"r\"";

    /** Whoever is refused is followed by the next. */
    private static final class Chain implements CredentialsProvider {
        @Override
        public Credentials credentials(String host, Optional<RepositoryName> repository) {
            return ALICE;
        }

        @Override
        public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
            return BOB;
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answer(Exchange exchange) throws IOException {
        String login = exchange.header("Authorization").orElse("");
        boolean stale = login.startsWith("Basic ") && !login.endsWith(base64("bob:good")) || login.endsWith("stale");
        if (exchange.line().startsWith("GET /token")) {
            exchange.reply(200, "{\"token\":\"fetched\"}", JSON);
        } else if (stale) {
            exchange.reply(401, Samples.error("UNAUTHORIZED", "expired"), challenge, JSON);
        } else if (exchange.line().equals("GET /v2/")) {
            exchange.reply(200, "{}", JSON);
        } else if (exchange.line().contains("/manifests/" + THERE)
                || exchange.line().contains("/tags/")) {
            exchange.reply(
                    200,
                    exchange.method().equals("GET") ? "{\"tags\":[\"1.0\"]}" : "",
                    "Content-Type: " + Samples.OCI_MANIFEST,
                    "Docker-Content-Digest: " + DIGEST);
        } else {
            exchange.reply(404, Samples.error("MANIFEST_UNKNOWN", ""), JSON);
        }
    }

    private static String base64(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    private long logins(String scheme) {
        return server.exchanges().stream()
                .filter(exchange -> exchange.header("Authorization").orElse("").startsWith(scheme))
                .count();
    }

    private void assertOpen(HttpRegistryClient account) {
        assertThat(account.listTags(APP).toList()).containsExactly(THERE);
        assertThat(account.resolveTags(APP, List.of(THERE)).dangling()).isEmpty();
    }

    private static void assertUnproven(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContainingAll("Without credentials", "404", "refused", "Renew them");
    }

    static Stream<Credentials> stale() {
        return Stream.of(ALICE, Credentials.bearer("stale"));
    }

    @ParameterizedTest
    @MethodSource("stale")
    void what_is_missing_is_unproven_and_what_is_there_is_read_without_the_password(Credentials credentials) {
        HttpRegistryClient account = client.with(credentials);
        assertUnproven(() -> account.resolveTags(APP, List.of(MISSING)));
        assertOpen(account);
        assertUnproven(() -> account.listReferrers(APP, DIGEST).toList());
        assertUnproven(() -> account.deleteTag(APP, MISSING));
        assertOpen(account);
        assertThat(logins("B")).as("failed logins").isOne();
    }

    @Test
    void a_refused_catalog_spoils_nothing_else() {
        assertThatThrownBy(() -> client.listRepositories().toList()).isInstanceOf(RegistryException.class);
        assertOpen(client);
        assertThat(logins("Basic")).isOne();
    }

    @Test
    void capabilities_tell_that_these_credentials_are_refused() {
        for (int i = 0; i < 2; i++) {
            assertThat(client.probeCapabilities(APP).deletion()).isEqualTo(Deletion.NOT_PERMITTED);
        }
        assertThat(logins("Basic")).isOne();
    }

    @Test
    void the_next_account_of_a_chain_speaks_for_all_of_the_next_call() {
        HttpRegistryClient account = client.with(new Chain());
        assertThat(account.resolveTags(APP, List.of(MISSING)).dangling()).containsExactly(MISSING);
        assertThat(account.resolveTags(APP, List.of(THERE, MISSING)).dangling()).containsExactly(MISSING);
        assertThat(server.exchanges())
                .filteredOn(
                        exchange -> exchange.header("Authorization").orElse("").endsWith(base64("alice:stale")))
                .hasSize(1);
    }

    @Test
    void where_the_refusal_names_a_token_server_its_token_proves_the_account() {
        challenge = "WWW-Authenticate: Bearer realm=\"" + server.url() + "/token\"";
        for (int i = 0; i < 2; i++) {
            assertThat(client.resolveTags(APP, List.of(MISSING)).dangling()).containsExactly(MISSING);
        }
        assertThat(server.exchanges())
                .filteredOn(exchange -> exchange.line().contains("/missing"))
                .extracting(
                        exchange -> exchange.header("Authorization").orElse("").replaceAll(" .*", ""))
                .startsWith("", "Basic", "Bearer")
                .endsWith("Bearer");
    }
}
