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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Credentials where the JVM's own settings put a proxy before the registry. Alone, because it changes those settings. */
@Isolated
class DefaultProxyTest {
    private final ScriptedServer proxy = new ScriptedServer(exchange -> {
        if (exchange.header("Authorization").isPresent()) {
            exchange.reply(200, "blob");
        } else {
            exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\"");
        }
    });
    private final ProxySelector selector = ProxySelector.getDefault();
    private final Map<String, String> properties = new HashMap<>();

    @AfterEach
    void restore() {
        ProxySelector.setDefault(selector);
        properties.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        proxy.close();
    }

    private void set(String name, String value) {
        properties.put(name, System.setProperty(name, value));
    }

    private static HttpRegistryClient registry(String url) {
        return HttpRegistryClient.builder(url).credentials("user", "5ecre7").build();
    }

    private void assertNoneGetsThere(HttpRegistryClient client) {
        assertThatThrownBy(() -> client.findBlobSize(RepositoryName.of("team/app"), Digest.of(Samples.sha256("blob"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plain http");
        assertThat(proxy.exchanges())
                .isNotEmpty()
                .allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void a_default_selector_is_a_proxy_like_any_other() {
        ProxySelector.setDefault(
                ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
        try (HttpRegistryClient client = registry("http://localhost:5000")) {
            assertNoneGetsThere(client);
        }
    }

    @Test
    void the_properties_count_as_they_are_when_credentials_are_about_to_be_sent() {
        try (HttpRegistryClient client = registry("http://localhost:5000")) {
            set("http.proxyHost", "127.0.0.1");
            set("http.proxyPort", String.valueOf(proxy.port()));
            set("http.nonProxyHosts", "");
            assertNoneGetsThere(client);
        }
    }

    @Test
    void a_name_below_localhost_is_not_this_machine_by_its_name_alone() {
        set("http.proxyHost", "127.0.0.1");
        set("http.proxyPort", String.valueOf(proxy.port()));
        try (HttpRegistryClient client = registry("http://k3d-registry.localhost:5000")) {
            assertNoneGetsThere(client);
        }
    }
}
