package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
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
 * A gateway refuses {@code /v2/} and does not say how to be convinced, before a registry that shows nobody an empty catalog, as
 * zot and Quay do: an account's catalog then is not read as nobody's.
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
        } else if (known) {
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

    @Test
    void tags_are_listed_by_what_their_own_refusal_says() {
        gateway.set("401");
        assertThat(client.listTags("team/app").toList()).isEqualTo(List.of(Tag.of("1.0")));
        assertThat(client.listRepositories().toList()).containsExactly(RepositoryName.of("team/app"));
    }
}
