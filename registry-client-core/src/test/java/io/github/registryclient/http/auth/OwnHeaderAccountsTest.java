package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A gateway lets accounts in by a key of their own, and sends the others for a token; who has neither is shown empty listings, as
 * zot and Quay do. What one account heard counts for none of the other kind.
 */
class OwnHeaderAccountsTest {
    private static final Credentials ALICE = Credentials.header("X-Tenant", "key-of-alice");

    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final HttpRegistryClient client =
            HttpRegistryClient.builder(registry.url()).retries(0).build();
    private final RepositoryName app = RepositoryName.of("team/app");

    OwnHeaderAccountsTest() {
        registry.before = this::answers;
    }

    static Stream<Credentials> others() {
        return Stream.of(
                Credentials.basic("bob", "b-pass"),
                Credentials.identityToken("refresh-of-bob"),
                Credentials.identityToken("refresh-of-bob").withHeader("X-Tenant", "a-key-that-opens-nothing"));
    }

    private boolean answers(Exchange exchange, String authorization) throws IOException {
        boolean known = registry.tokens.containsKey(authorization);
        String path = exchange.line().substring("GET ".length());
        if (known || exchange.header("X-Tenant").filter("key-of-alice"::equals).isPresent()) {
            registry.show(exchange, path);
            return true;
        }
        if (!path.equals("/v2/")) {
            exchange.reply(200, path.contains("_catalog") ? "{\"repositories\":[]}" : "{\"tags\":[]}");
            return true;
        }
        return false;
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    @ParameterizedTest
    @MethodSource("others")
    void who_comes_after_one_that_a_key_lets_in_sees_all(Credentials bob) {
        assertThat(client.with(ALICE).listRepositories().toList()).containsExactly(app);
        HttpRegistryClient view = client.with(bob);
        assertThat(view.listTags(app).toList()).as("tags").hasSize(1);
        assertThat(view.listRepositories().toList()).as("catalog").containsExactly(app);
    }

    @ParameterizedTest
    @MethodSource("others")
    void one_that_a_key_lets_in_asks_for_no_token_after_others(Credentials bob) {
        assertThat(client.with(bob).listRepositories().toList()).containsExactly(app);
        registry.desk = (exchange, account, scopes) -> exchange.reply(503, Samples.error("UNAVAILABLE", ""));
        registry.asked.clear();
        HttpRegistryClient view = client.with(ALICE);
        assertThat(view.listTags(app).toList()).hasSize(1);
        assertThat(view.listRepositories().toList()).containsExactly(app);
        assertThat(registry.asked).isEmpty();
    }

    @Test
    void one_provider_for_both_kinds_keeps_them_apart() {
        try (HttpRegistryClient mixed = HttpRegistryClient.builder(registry.url())
                .retries(0)
                .credentials((host, repository) ->
                        repository.isPresent() ? ALICE : Credentials.identityToken("refresh-of-bob"))
                .build()) {
            assertThat(mixed.listTags(app).toList()).hasSize(1);
            assertThat(mixed.listRepositories().toList()).containsExactly(app);
        }
    }

    @Test
    void what_was_heard_with_the_clients_own_header_counts_for_all_others() {
        try (HttpRegistryClient gateway = HttpRegistryClient.builder(registry.url())
                .secretHeader("X-Gateway", "key-of-all")
                .build()) {
            for (String user : List.of("bob", "carl")) {
                assertThat(gateway.with(Credentials.basic(user, "pass"))
                                .listRepositories()
                                .toList())
                        .containsExactly(app);
            }
        }
        assertThat(registry.seen).containsOnlyOnce("GET /v2/");
    }

    @Test
    void one_key_is_asked_about_once() {
        HttpRegistryClient view = client.with(ALICE);
        for (int i = 0; i < 3; i++) {
            view.listTags(app).toList();
        }
        assertThat(registry.seen).containsOnlyOnce("GET /v2/");
    }
}
