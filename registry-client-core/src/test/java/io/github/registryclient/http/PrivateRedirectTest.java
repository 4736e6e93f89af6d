package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A public registry whose storage is in a private network. Both are played by a proxy on this host. */
class PrivateRedirectTest {
    private static final String STORAGE = "http://10.1.2.3:9000/bucket/blob";

    private final ScriptedServer proxy = new ScriptedServer(exchange -> {
        if (exchange.line().contains(STORAGE)) {
            exchange.reply(200, "blob");
        } else {
            exchange.reply(307, "", "Location: " + STORAGE);
        }
    });

    @AfterEach
    void stop() {
        proxy.close();
    }

    private HttpRegistryClientBuilder registry() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
        return HttpRegistryClient.builder("http://registry.example:5000")
                .httpClient(HttpClient.newBuilder().proxy(ProxySelector.of(address)));
    }

    private static OptionalLong read(HttpRegistryClient client) {
        return client.findBlobSize(RepositoryName.of("team/app"), Digest.of(Samples.sha256("blob")));
    }

    @Test
    void it_is_not_gone_to_by_itself() {
        try (HttpRegistryClient client = registry().build()) {
            assertThatThrownBy(() -> read(client))
                    .isInstanceOf(RedirectRefusedException.class)
                    .hasMessageContaining("http://10.1.2.3:9000");
        }
        assertThat(proxy.exchanges()).extracting(Exchange::line).noneMatch(line -> line.contains(STORAGE));
    }

    @Test
    void it_is_gone_to_where_that_was_allowed() {
        try (HttpRegistryClient client =
                registry().allowRedirectsIntoPrivateNetworks().build()) {
            assertThat(read(client)).hasValue(4);
        }
        assertThat(proxy.exchanges()).extracting(Exchange::line).last().isEqualTo("HEAD " + STORAGE);
    }
}
