package io.github.registryclient.tests.nginx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Connections that nginx ends because nothing came for a while ({@code keepalive_timeout}), which no answer announces. A second
 * connection, used after the client's, shows by its end that the client's has ended: at that moment the client is asked again,
 * and knows of it or not. {@link StaleConnectionTest} is about what it surely does not know.
 */
class IdleConnectionTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");

    private final SampleManifest image = SampleImages.seeded(3).image();
    private EmbeddedRegistry registry;
    private Nginx nginx;
    private Site site;
    private HttpRegistryClient client;

    @BeforeEach
    void start() {
        Nginx.assumePresent();
        registry = EmbeddedRegistry.start();
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named(APP.toString()).tag("1", image).build());
        site = Site.before(registry.uri()).with("keepalive_timeout 1s;");
        nginx = Nginx.start(site);
        client = HttpRegistryClient.connect(nginx.uri(site).toString());
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
            nginx.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    /** Uses a connection of its own once and waits until nginx ends it. */
    private void untilIdleConnectionsEnd() throws IOException {
        URI uri = nginx.uri(site);
        try (Socket witness = new Socket(uri.getHost(), uri.getPort())) {
            witness.getOutputStream().write("GET /witness HTTP/1.1\r\nHost: nginx\r\n\r\n".getBytes(US_ASCII));
            String answer = new String(witness.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 404").doesNotContainIgnoringCase("connection: close");
        }
    }

    @Test
    void what_comes_after_the_end_of_an_idle_connection_goes_over_another() throws Exception {
        assertThat(client.listTags(APP).toList()).containsExactly(Tag.of("1"));
        untilIdleConnectionsEnd();
        assertThat(client.getManifestDigest(APP, Tag.of("1"))).isEqualTo(image.digest());
        untilIdleConnectionsEnd();
        Digest blob = client.uploadBlob(APP, new byte[] {1, 2, 3});
        untilIdleConnectionsEnd();
        assertThat(client.deleteManifest(APP, image.digest()).outcome()).isEqualTo(DeleteResult.Outcome.DELETED);

        assertThat(registry.snapshot().repository(APP.toString()).tags()).isEmpty();
        assertThat(registry.snapshot().repository(APP.toString()).blobs()).containsKey(blob);
        Awaitility.await()
                .untilAsserted(() -> assertThat(nginx.served(site).stream()
                                .filter(served -> !served.request().contains("witness"))
                                .map(Served::connection)
                                .collect(Collectors.toSet()))
                        .hasSizeGreaterThanOrEqualTo(4));
    }
}
