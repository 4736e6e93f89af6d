package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import org.junit.jupiter.api.Test;

/** Whether a blob is there: 'no' only in the registry's own words. */
class BlobSizeTest extends WireMockRegistry {
    private final Digest blob = Digest.of(Samples.sha256("blob"));
    private final String path = APP + "/blobs/" + blob;

    @Test
    void the_size_is_what_head_tells() {
        on(head(path), aResponse().withHeader("Content-Length", "123456789012"));
        assertThat(client.findBlobSize(app, blob)).hasValue(123_456_789_012L);
        assertThat(seen()).containsExactly("HEAD " + path);
    }

    @Test
    void a_blob_of_no_bytes_is_there() {
        on(head(path), aResponse().withHeader("Content-Length", "0"));
        assertThat(client.findBlobSize(app, blob)).hasValue(0);
    }

    @Test
    void a_404_of_the_registry_means_no() {
        on(head(path), aResponse().withStatus(404).withHeader(API_VERSION, "registry/2.0"));
        on(get(path), refusal(404, "BLOB_UNKNOWN"));
        assertThat(client.findBlobSize(app, blob)).isEmpty();
        assertThat(seen()).containsExactly("HEAD " + path, "GET " + path);
    }

    @Test
    void a_404_that_does_not_say_missing_means_nothing() {
        on(head(path), aResponse().withStatus(404));
        on(get(path), refusal(404, "DENIED"));
        assertThatThrownBy(() -> client.findBlobSize(app, blob)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_length_of_a_page_for_people_is_no_size() {
        on(head(path), plain(200, "text/html", "").withHeader("Content-Length", "84"));
        assertThatThrownBy(() -> client.findBlobSize(app, blob)).isInstanceOf(NotARegistryException.class);
    }

    @Test
    void the_length_of_another_blob_is_no_size() {
        on(
                head(path),
                aResponse().withHeader("Content-Length", "84").withHeader("Docker-Content-Digest", digest.toString()));
        assertThatThrownBy(() -> client.findBlobSize(app, blob)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void a_404_of_an_ingress_means_nothing() {
        on(head(path), aResponse().withStatus(404));
        on(get(path), plain(404, "text/plain", "no backend"));
        assertThatThrownBy(() -> client.findBlobSize(app, blob)).isInstanceOf(NotARegistryException.class);
    }

    @Test
    void a_blob_that_get_finds_after_head_did_not_is_a_contradiction() {
        on(head(path), aResponse().withStatus(404).withHeader(API_VERSION, "registry/2.0"));
        on(get(path), aResponse().withBody("blob"));
        assertThatThrownBy(() -> client.findBlobSize(app, blob))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("HEAD");
    }

    @Test
    void a_403_is_not_permitted() {
        on(head(path), aResponse().withStatus(403));
        assertThatThrownBy(() -> client.findBlobSize(app, blob)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void a_size_that_is_not_told_or_no_number_is_an_invalid_response() {
        for (String length : new String[] {"", "Content-Length: 99999999999999999999\r\n"}) {
            try (ScriptedServer scripted = new ScriptedServer(exchange -> {
                        exchange.send("HTTP/1.1 200 OK\r\n" + length + "\r\n");
                        exchange.cut();
                    });
                    HttpRegistryClient lengthless = HttpRegistryClient.builder(scripted.url())
                            .retries(0)
                            .build()) {
                assertThatThrownBy(() -> lengthless.findBlobSize(app, blob))
                        .isInstanceOf(io.github.registryclient.error.RequestFailedException.class);
            }
        }
    }
}
