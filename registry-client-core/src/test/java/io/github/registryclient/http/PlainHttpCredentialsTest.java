package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credentials over plain http to another host. The other host is played by a proxy on this one. */
class PlainHttpCredentialsTest {
    private final ScriptedServer proxy = new ScriptedServer(exchange -> {
        if (exchange.header("Authorization").isPresent()) {
            exchange.reply(200, "blob");
        } else {
            exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\"");
        }
    });

    @AfterEach
    void stop() {
        proxy.close();
    }

    private HttpRegistryClientBuilder throughProxy(String url) {
        HttpClient.Builder jdk = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
        return HttpRegistryClient.builder(url).httpClient(jdk).credentials("user", "5ecre7");
    }

    private static void read(HttpRegistryClient client) {
        client.findBlobSize(RepositoryName.of("team/app"), Digest.of(Samples.sha256("blob")));
    }

    @Test
    void they_are_refused_before_they_are_sent() {
        try (HttpRegistryClient client =
                throughProxy("http://registry.example:5000").build()) {
            assertThatThrownBy(() -> read(client))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll("http://registry.example:5000", "allowPlainHttpCredentials")
                    .hasMessageNotContaining("5ecre7");
        }
        assertThat(proxy.exchanges())
                .isNotEmpty()
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void they_are_sent_where_that_was_allowed() {
        try (HttpRegistryClient client = throughProxy("http://registry.example:5000")
                .allowPlainHttpCredentials()
                .build()) {
            read(client);
        }
        assertThat(proxy.exchanges())
                .last()
                .matches(request -> request.line().startsWith("HEAD http://registry.example:5000/v2/team/app/"))
                .matches(request -> request.header("Authorization").isPresent());
    }

    @Test
    void a_loopback_registry_behind_a_proxy_is_not_loopback() {
        try (HttpRegistryClient client = throughProxy("http://localhost:5000").build()) {
            assertThatThrownBy(() -> read(client)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(proxy.exchanges())
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void a_host_whose_name_only_begins_like_this_one_is_another() {
        for (String host : new String[] {"localhost.example", "127.0.0.1.example", "notlocalhost"}) {
            try (HttpRegistryClient client = throughProxy("http://" + host).build()) {
                assertThatThrownBy(() -> read(client)).isInstanceOf(InvalidInputException.class);
            }
        }
    }
}
