package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.BodyTooLargeException;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading manifests: what is believed is what was hashed. */
class ManifestReadTest extends WireMockRegistry {
    @Test
    void the_bytes_are_kept_as_they_came() {
        on(get(manifest(tag)), theManifest());

        Manifest read = client.getManifest("team/app", "1.0");

        assertThat(read.digest()).isEqualTo(digest);
        assertThat(read.mediaType()).isEqualTo(Samples.OCI_MANIFEST);
        assertThat(read.bytes()).isEqualTo(Samples.MANIFEST.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.OCI_MANIFEST + "; charset=utf-8",
                "text/plain",
                "application/json",
                "application/octet-stream"
            })
    void a_content_type_that_says_nothing_is_replaced_by_the_documents_own(String type) {
        on(get(manifest(tag)), plain(200, type, Samples.MANIFEST));
        assertThat(client.getManifest(app, tag).mediaType()).isEqualTo(Samples.OCI_MANIFEST);
    }

    @Test
    void bytes_that_do_not_have_the_claimed_digest_are_a_mismatch_by_tag() {
        on(get(manifest(tag)), manifestClaiming(Samples.sha256("other")));
        assertThatThrownBy(() -> client.getManifest(app, tag))
                .isInstanceOf(DigestMismatchException.class)
                .hasMessageContainingAll(Samples.sha256("other"), digest.toString());
    }

    @Test
    void bytes_that_do_not_have_the_digest_asked_for_are_a_mismatch() {
        on(get(manifest(digest)), plain(200, Samples.OCI_MANIFEST, Samples.OTHER_MANIFEST));
        assertThatThrownBy(() -> client.getManifest(app, digest)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void a_claim_that_fits_other_bytes_than_asked_for_is_a_mismatch_all_the_same() {
        on(
                get(manifest(digest)),
                plain(200, Samples.OCI_MANIFEST, Samples.OTHER_MANIFEST)
                        .withHeader("Docker-Content-Digest", Samples.sha256(Samples.OTHER_MANIFEST)));
        assertThatThrownBy(() -> client.getManifest(app, digest)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void a_digest_of_an_algorithm_unknown_here_is_kept_as_asked_for() {
        Digest opaque = Digest.of("blake3:abcdef0123456789");
        on(get(manifest(opaque)), undigested());
        assertThat(client.getManifest(app, opaque).bytes()).isNotEmpty();
    }

    @Test
    void a_digest_that_only_the_redirect_names_is_made_up_for_by_hashing() {
        on(
                get(manifest(tag)),
                aResponse()
                        .withStatus(307)
                        .withHeader("Location", "/store/m?sig=1")
                        .withHeader("Docker-Content-Digest", digest.toString()));
        on(get("/store/m?sig=1"), plain(200, "application/octet-stream", Samples.MANIFEST));

        assertThat(client.getManifest(app, tag).digest()).isEqualTo(digest);
    }

    @Test
    void a_body_that_is_coded_as_nobody_asked_for_and_not_readable_is_refused() {
        on(get(manifest(tag)), plain(200, Samples.OCI_MANIFEST, "x").withHeader("Content-Encoding", "gzip"));
        assertThatThrownBy(() -> client.getManifest(app, tag))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("coded");
    }

    @Test
    void a_manifest_over_the_limit_is_refused() {
        on(get(manifest(tag)), aResponse().withBody(new byte[(16 << 20) + 1]));
        assertThatThrownBy(() -> client.getManifest(app, tag))
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessageContaining(String.valueOf(16 << 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "\"text\"", "{\"schemaVersion\":2}", "{\"schemaVersion\":2,\"manifests\":7}"})
    void a_document_that_is_no_manifest_is_an_invalid_response(String body) {
        on(get(manifest(tag)), plain(200, Samples.OCI_INDEX, body));
        assertThatThrownBy(() -> client.getManifest(app, tag)).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void a_page_for_people_is_not_a_registrys() {
        on(get(manifest(tag)), plain(200, "text/html", "<html>Sign in</html>"));
        assertThatThrownBy(() -> client.getManifest(app, tag)).isInstanceOf(NotARegistryException.class);
    }

    @Test
    void the_configuration_is_checked_against_its_digest() {
        on(get(manifest(tag)), theManifest());
        on(get(APP + "/blobs/" + Samples.sha256(Samples.CONFIG)), aResponse().withBody(Samples.CONFIG));
        Manifest image = client.getManifest(app, tag);
        ImageConfig config = client.getImageConfig(app, image);
        assertThat(config.platform().architecture()).isEqualTo("amd64");

        on(get(APP + "/blobs/" + Samples.sha256(Samples.CONFIG)), aResponse().withBody("{}"));
        assertThatThrownBy(() -> client.getImageConfig(app, image)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void a_manifest_without_configuration_is_refused_before_anything_is_sent() {
        Manifest index = Manifest.parse(Samples.OCI_INDEX, "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(UTF_8));
        assertThatThrownBy(() -> client.getImageConfig(app, index)).isInstanceOf(InvalidInputException.class);
        assertThat(seen()).isEmpty();
    }
}
