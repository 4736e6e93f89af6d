package io.github.registryclient.http.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry has its catalog at another path of its own: what is asked for there is a catalog still, with what proves the account. */
class RedirectedCatalogTest {
    private final ScriptedServer registry = new ScriptedServer(this::answer);
    private boolean tokens;
    private String target = "";

    @AfterEach
    void stop() {
        registry.close();
    }

    private void answer(Exchange exchange) throws IOException {
        String path = exchange.line().substring("GET ".length());
        String authorization = exchange.header("Authorization").orElse("");
        if (path.startsWith("/token")) {
            String scope = URLDecoder.decode(path, StandardCharsets.UTF_8).replaceAll(".*scope=|&.*|.*service=.*", "");
            exchange.reply(200, "{\"token\":\"" + (scope.contains("catalog") ? "catalog" : "other") + "\"}");
        } else if (path.equals("/v2/") || tokens && authorization.isEmpty()) {
            String bearer = "WWW-Authenticate: Bearer realm=\"" + registry.url() + "/token\"";
            exchange.reply(tokens ? 401 : 200, "{}", tokens ? bearer : "X-None: yes");
        } else if (path.startsWith(target)) {
            boolean all = authorization.equals("Bearer catalog") || authorization.startsWith("Basic ");
            exchange.reply(200, "{\"repositories\":[\"a\"" + (all ? ",\"secret\"" : "") + "]}");
        } else {
            exchange.reply(307, "", "Location: " + target);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/_catalog/,     false", "/v2/_catalog/list, false", "/api/v2/catalog, false",
        "/v2/_catalog/,     true", "/v2/_catalog/list, true", "/api/v2/catalog, true"
    })
    void the_account_s_catalog_is_listed_there(String where, boolean withTokens) {
        target = where;
        tokens = withTokens;
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                .credentials("user", "pass")
                .retries(0)
                .build()) {
            assertThat(client.listRepositories().toList())
                    .containsExactly(RepositoryName.of("a"), RepositoryName.of("secret"));
        }
    }
}
