package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.ServerWarning;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code /v2/} does not say how to be convinced, or that nothing is wanted, before a registry that shows nobody an empty catalog,
 * as zot and Quay do: an account's catalog then is not read as nobody's.
 */
class UnclearRefusalTest {
    private static final String CHALLENGE = "WWW-Authenticate: Basic realm=\"r\"";

    private final AtomicReference<String> gateway = new AtomicReference<>("");
    private final ScriptedServer server = new ScriptedServer(this::answer);
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .credentials("user", "pass")
            .retries(0)
            .build();

    private void answer(Exchange exchange) throws IOException {
        boolean known = exchange.header("Authorization").isPresent();
        if (exchange.line().equals("GET /v2/") && !gateway.get().isEmpty()) {
            String[] status = gateway.get().split(" ", 2);
            exchange.reply(Integer.parseInt(status[0]), "", status.length > 1 ? status[1] : "X-Gateway: yes");
        } else if (exchange.line().startsWith("GET /v2/_catalog")) {
            exchange.reply(200, known ? "{\"repositories\":[\"team/app\"]}" : "{\"repositories\":[]}");
        } else if (known || exchange.line().contains("/free/")) {
            exchange.reply(200, "{\"name\":\"team/app\",\"tags\":[\"1.0\"]}");
        } else {
            exchange.reply(401, "", CHALLENGE);
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401",
                "401 WWW-Authenticate: Negotiate",
                "401 WWW-Authenticate: Bearer",
                "401 WWW-Authenticate: =",
                "403",
                "404",
                "404 Location: /v2/where",
                "301",
                "302 Location: /v2/",
                "307 Location: http://other.example/v2/",
                "301 Location: ftp://127.0.0.1/v2/",
                "407",
                "408",
                "429",
                "502",
            })
    void the_catalog_fails_until_the_registry_says_how(String refusal) {
        gateway.set(refusal);
        assertThatThrownBy(() -> client.listRepositories().toList()).isInstanceOf(RegistryException.class);
        assertThat(server.exchanges()).noneMatch(exchange -> exchange.line().contains("_catalog"));
        gateway.set("");
        assertThat(client.listRepositories().toList()).containsExactly(RepositoryName.of("team/app"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "301 Location: /v2/where",
                "307 Location: /v2/where",
                "308 Location: where",
                "200",
                "200 WWW-Authenticate: Negotiate",
                "204",
            })
    void the_catalog_is_the_account_s_where_the_ping_is_led_on_or_wants_nothing(String ping) {
        gateway.set(ping);
        assertThat(client.listRepositories().toList()).containsExactly(RepositoryName.of("team/app"));
    }

    @Test
    void a_given_token_goes_with_a_catalog_that_wants_nothing() {
        gateway.set("200");
        try (HttpRegistryClient other = client.with(Credentials.bearer("token"))) {
            assertThat(other.listRepositories().toList()).containsExactly(RepositoryName.of("team/app"));
        }
    }

    @Test
    void only_the_catalog_gets_what_nobody_asked_for() {
        gateway.set("200");
        assertThat(client.listTags("team/app").toList()).hasSize(1);
        assertThat(server.exchanges())
                .extracting(exchange -> exchange.header("Authorization").isPresent())
                .containsExactly(false, false, true);
    }

    @Test
    void what_cannot_be_sent_unasked_is_warned_of_once() {
        gateway.set("200");
        RecordingListener listener = new RecordingListener();
        try (HttpRegistryClient telling = HttpRegistryClient.builder(server.url())
                .credentials(CredentialsProvider.fixed(Credentials.identityToken("refresh-secret")))
                .listener(listener)
                .build()) {
            assertThat(telling.listRepositories().toList()).isEmpty();
            assertThat(telling.listRepositories().toList()).isEmpty();
        }
        assertThat(listener.of(ServerWarning.class))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .contains("without the credentials", "identity token", "what everybody may see")
                        .doesNotContain("refresh-secret"));
    }

    @Test
    void the_unclear_ping_is_not_asked_again_for_what_tells_itself() {
        gateway.set("404");
        assertThat(client.listTags("team/free").toList()).hasSize(1);
        assertThat(client.listTags("team/free").toList()).hasSize(1);
        assertThat(server.exchanges())
                .filteredOn(exchange -> exchange.line().equals("GET /v2/"))
                .hasSize(1);
    }

    @Test
    void tags_are_listed_by_what_their_own_refusal_says() {
        gateway.set("401");
        assertThat(client.listTags("team/app").toList()).isEqualTo(List.of(Tag.of("1.0")));
        assertThat(client.listRepositories().toList()).containsExactly(RepositoryName.of("team/app"));
    }
}
