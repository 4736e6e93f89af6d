package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passwords and the tokens that they get over plain http; the other hosts are played by a proxy on this one. */
class PlainHttpTokenTest {
    private final PlayedTokenRegistry proxy = new PlayedTokenRegistry();

    @AfterEach
    void stop() {
        proxy.close();
    }

    private HttpRegistryClientBuilder settings() {
        return settings("http://auth.example/token");
    }

    private HttpRegistryClientBuilder settings(String realm) {
        proxy.before = (exchange, authorization) -> {
            String path = exchange.line().replaceFirst("^GET http://registry.example", "");
            if (exchange.line().startsWith("GET http://auth.example/token")) {
                proxy.asked.add(authorization);
                exchange.reply(200, "{\"token\":\"t\"}");
            } else if (authorization.equals("t")) {
                proxy.show(exchange, path);
            } else {
                exchange.reply(401, "", "WWW-Authenticate: Bearer realm=\"" + realm + "\"");
            }
            return true;
        };
        HttpClient.Builder proxied = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
        return HttpRegistryClient.builder("http://registry.example").httpClient(proxied);
    }

    private static void list(HttpRegistryClient client) {
        client.listTags(RepositoryName.of("team/app")).toList();
    }

    @Test
    void a_password_goes_to_no_token_server_over_plain_http() {
        try (HttpRegistryClient client =
                settings().credentials("user", "5ecre7").build()) {
            assertThatThrownBy(() -> list(client))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll("registry.example", "allowPlainHttpCredentials")
                    .hasMessageNotContaining("5ecre7");
        }
        assertThat(proxy.exchanges())
                .allMatch(exchange -> exchange.header("Authorization").isEmpty());
        assertThat(proxy.asked).isEmpty();
    }

    @Test
    void nor_to_one_over_https_that_a_registry_over_plain_http_names() {
        HttpRegistryClientBuilder settings = settings("https://auth.example/token");
        for (Credentials secret : List.of(Credentials.basic("user", "5ecre7"), Credentials.identityToken("1dent1ty"))) {
            try (HttpRegistryClient client =
                    settings.credentials(CredentialsProvider.fixed(secret)).build()) {
                assertThatThrownBy(() -> list(client))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContainingAll("registry.example", "allowPlainHttpCredentials");
            }
        }
        assertThat(proxy.exchanges())
                .isNotEmpty()
                .noneMatch(exchange -> exchange.line().contains("auth.example"));
    }

    @Test
    void it_does_where_that_was_allowed() {
        try (HttpRegistryClient client = settings()
                .credentials("user", "pass")
                .allowPlainHttpCredentials()
                .build()) {
            list(client);
        }
        assertThat(proxy.asked).containsExactly("user:pass");
    }

    @Test
    void a_token_for_nobody_is_no_secret() {
        try (HttpRegistryClient client = settings().build()) {
            list(client);
        }
        assertThat(proxy.asked).containsExactly("");
    }
}
