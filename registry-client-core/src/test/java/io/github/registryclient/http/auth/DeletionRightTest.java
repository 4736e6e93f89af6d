package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether an account may delete is told before anything is deleted, and where nobody tells that is said too. */
class DeletionRightTest {
    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");

    @AfterEach
    void stop() {
        registry.close();
    }

    private HttpRegistryClientBuilder settings() {
        return HttpRegistryClient.builder(registry.url()).credentials("user", "pass");
    }

    private Support mayDelete() {
        return mayDelete(settings());
    }

    private Support mayDelete(HttpRegistryClientBuilder settings) {
        try (HttpRegistryClient client = settings.build()) {
            Support told = client.capabilities(app).mayDelete();
            assertThat(registry.seen).noneMatch(line -> line.startsWith("DELETE"));
            return told;
        }
    }

    /** Grants some of the actions, and says so in a token like distribution's. */
    private void grantInJwt(String... actions) {
        registry.desk = (exchange, account, scopes) -> {
            String access = scopes.isEmpty()
                    ? ""
                    : "{\"type\":\"repository\",\"name\":\"team/app\",\"actions\":[\"" + String.join("\",\"", actions)
                            + "\"]}";
            String jwt = base64("{}") + "." + base64("{\"access\":[" + access + "]}") + "." + base64("signature");
            registry.tokens.put(jwt, List.of("repository:team/app:" + String.join(",", actions)));
            exchange.reply(200, "{\"token\":\"" + jwt + "\"}");
        };
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_token_with_the_right_says_yes() {
        grantInJwt("pull", "delete");
        assertThat(mayDelete()).isEqualTo(Support.YES);
    }

    @Test
    void a_token_without_the_right_that_was_asked_for_says_no() {
        grantInJwt("pull");
        assertThat(mayDelete()).isEqualTo(Support.NO);
    }

    @Test
    void minimal_scopes_ask_for_it_here_for_that_is_the_question() {
        grantInJwt("pull");
        assertThat(mayDelete(settings().minimalScopes())).isEqualTo(Support.NO);
        assertThat(registry.asked).contains("GET user:pass repository:team/app:pull,delete");
    }

    @Test
    void an_opaque_token_says_nothing() {
        assertThat(mayDelete()).isEqualTo(Support.UNKNOWN);
    }

    @Test
    void a_token_server_that_refuses_the_question_says_nothing() {
        registry.desk = (exchange, account, scopes) -> {
            if (scopes.stream().anyMatch(scope -> scope.contains("delete"))) {
                exchange.reply(400, "{}");
            } else {
                registry.grant(exchange, scopes, "");
            }
        };
        assertThat(mayDelete()).isEqualTo(Support.UNKNOWN);
    }

    @Test
    void basic_says_nothing() {
        registry.before = (exchange, authorization) -> {
            if (authorization.isEmpty()) {
                exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\"");
            } else {
                registry.show(
                        exchange, exchange.line().substring(exchange.method().length() + 1));
            }
            return true;
        };
        assertThat(mayDelete()).isEqualTo(Support.UNKNOWN);
    }

    @Test
    void a_probe_that_is_refused_for_its_scope_says_no() {
        registry.desk = (exchange, account, scopes) -> registry.grant(
                exchange,
                scopes.stream()
                        .map(scope -> scope.replaceAll(":[^:]*$", ":pull"))
                        .collect(Collectors.toList()),
                "");
        try (HttpRegistryClient client = settings().build()) {
            assertThat(client.probeCapabilities(app))
                    .satisfies(told -> assertThat(told.mayDelete()).isEqualTo(Support.NO))
                    .satisfies(told -> assertThat(told.deletion()).isEqualTo(Deletion.NOT_PERMITTED));
        }
    }

    @Test
    void a_probe_that_finds_nothing_to_delete_says_yes() {
        registry.before = (exchange, authorization) -> {
            boolean lets = exchange.method().equals("DELETE") && registry.tokens.containsKey(authorization);
            if (lets) {
                exchange.reply(
                        404, Samples.error("MANIFEST_UNKNOWN", ""), "Docker-Distribution-Api-Version: registry/2.0");
            }
            return lets;
        };
        try (HttpRegistryClient client = settings().build()) {
            assertThat(client.probeCapabilities(app).mayDelete()).isEqualTo(Support.YES);
        }
    }
}
