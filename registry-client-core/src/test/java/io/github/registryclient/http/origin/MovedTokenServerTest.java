package io.github.registryclient.http.origin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.ScriptedServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that names another token server one day does not get an account's secret sent there. */
class MovedTokenServerTest {
    private static final String SECRET = "5ecre7-1dent1ty";

    private final ScriptedServer first = new ScriptedServer(MovedTokenServerTest::grant);
    private final ScriptedServer second = new ScriptedServer(MovedTokenServerTest::grant);
    private final AtomicReference<String> realm = new AtomicReference<>(first.url());
    private final ScriptedServer registry = new ScriptedServer(this::answer);

    static List<Credentials> accounts() {
        return List.of(
                Credentials.identityToken(SECRET),
                Credentials.identityToken("user", SECRET),
                Credentials.basic("user", SECRET));
    }

    /** Takes the tokens of the server that it names. */
    private void answer(Exchange exchange) throws IOException {
        String named = realm.get();
        if (exchange.header("Authorization").equals(Optional.of("Bearer of." + named))) {
            exchange.reply(200, "{\"name\":\"team/app\",\"tags\":[\"1.0\"]}");
        } else {
            exchange.reply(401, "", "WWW-Authenticate: Bearer realm=\"" + named + "/t\",service=\"s\"");
        }
    }

    private static void grant(Exchange exchange) throws IOException {
        String host = exchange.header("Host").orElseThrow();
        exchange.reply(200, "{\"access_token\":\"of.http://" + host + "\"}");
    }

    private HttpRegistryClientBuilder client(Credentials account) {
        return HttpRegistryClient.builder(registry.url())
                .credentials(CredentialsProvider.fixed(account))
                .retries(0);
    }

    private static String port(ScriptedServer server) {
        return "127.0.0.1:" + server.port();
    }

    private void assertSecondSawNothing() {
        assertThat(second.exchanges())
                .noneMatch(exchange -> exchange.header("Authorization").isPresent()
                        || new String(exchange.body(), UTF_8).contains(SECRET));
    }

    /** The first call may try a token of the first one, and learns of the second. */
    private void assertNotSentOn(HttpRegistryClient client) {
        assertThatThrownBy(() -> client.listTags("team/app").toList()).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> client.listTags("team/app").toList())
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContainingAll(port(first), port(second), "tokenServers(")
                .hasMessageNotContaining(SECRET);
        assertSecondSawNothing();
    }

    @AfterEach
    void stop() {
        registry.close();
        first.close();
        second.close();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void the_first_one_is_kept_to_for_a_view_of_the_same_account_too(Credentials account) {
        try (HttpRegistryClient client = client(account).build()) {
            assertThat(client.listTags("team/app").toList()).hasSize(1);
            realm.set(second.url());
            for (HttpRegistryClient view : List.of(client, client.with(account))) {
                assertThatThrownBy(() -> view.listTags("team/app").toList())
                        .isInstanceOf(TokenUnavailableException.class)
                        .hasMessageContainingAll(port(first), port(second), "tokenServers(")
                        .hasMessageNotContaining(SECRET);
            }
            assertSecondSawNothing();
            realm.set(first.url());
            assertThat(client.listTags("team/app").toList()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void a_later_password_goes_to_no_other_one(Credentials account) {
        AtomicReference<Credentials> current = new AtomicReference<>(Credentials.basic("user", "the-first-one"));
        try (HttpRegistryClient client =
                client(account).credentials((host, repository) -> current.get()).build()) {
            assertThat(client.listTags("team/app").toList()).hasSize(1);
            realm.set(second.url());
            current.set(account);
            assertNotSentOn(client);
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void another_accounts_secret_goes_to_no_other_one(Credentials account) {
        try (HttpRegistryClient client =
                client(Credentials.basic("alice", "a-pass")).build()) {
            assertThat(client.listTags("team/app").toList()).hasSize(1);
            realm.set(second.url());
            for (Credentials other : List.of(account, account.withHeader("X-Tenant", "a-key"))) {
                assertNotSentOn(client.with(other));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void one_that_was_never_reached_can_be_mended(Credentials account) {
        ScriptedServer gone = new ScriptedServer(MovedTokenServerTest::grant);
        gone.close();
        realm.set(gone.url());
        try (HttpRegistryClient client = client(account).build()) {
            assertThatThrownBy(() -> client.listTags("team/app").toList()).isInstanceOf(UnreachableException.class);
            realm.set(first.url());
            assertThat(client.listTags("team/app").toList()).hasSize(1);
            realm.set(second.url());
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(TokenUnavailableException.class);
            assertSecondSawNothing();
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void where_nobody_was_sent_binds_no_account(Credentials account) {
        realm.set(second.url());
        try (HttpRegistryClient client = client(Credentials.anonymous()).build()) {
            for (Credentials nobody : List.of(Credentials.anonymous(), Credentials.header("X-Tenant", "a-key"))) {
                assertThat(client.with(nobody).listTags("team/app").toList()).hasSize(1);
            }
            realm.set(first.url());
            assertThat(client.with(account).listTags("team/app").toList()).hasSize(1);
        }
    }

    @Test
    void nobody_may_be_sent_anywhere() {
        try (HttpRegistryClient client = client(Credentials.anonymous()).build()) {
            assertThat(client.listTags("team/app").toList()).hasSize(1);
            realm.set(second.url());
            assertThat(client.listTags("team/app").toList()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void listed_ones_may_take_turns(Credentials account) {
        try (HttpRegistryClient client =
                client(account).tokenServers(port(first), port(second)).build()) {
            assertThat(client.listTags("team/app").toList()).hasSize(1);
            realm.set(second.url());
            assertThat(client.listTags("team/app").toList()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void one_that_is_not_listed_gets_nothing_from_the_start(Credentials account) {
        realm.set(second.url());
        try (HttpRegistryClient client =
                client(account).tokenServers(port(first), "127.0.0.1").build()) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContainingAll(port(second), "tokenServers(")
                    .hasMessageNotContaining(SECRET);
            assertThat(second.exchanges()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://auth.example", "auth.example/token", "*.example", "auth.example:", "a b"})
    void what_is_no_host_cannot_be_listed(String host) {
        HttpRegistryClientBuilder builder = client(Credentials.anonymous());
        assertThatThrownBy(() -> builder.tokenServers(host)).isInstanceOf(InvalidInputException.class);
    }
}
