package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mounting a blob of another repository, and storing manifests. */
class MountAndPutTest extends WireMockRegistry {
    private static final String UPLOAD = APP + "/blobs/uploads/1-2-3";

    private final Digest blob = Digest.of(Samples.sha256("layer"));
    private final String mount = APP + "/blobs/uploads/?mount=" + blob + "&from=team%2Fbase";
    private final Manifest manifest = Manifest.parse(Samples.OCI_MANIFEST, Samples.MANIFEST.getBytes(UTF_8));

    private boolean mount() {
        return client.mountBlob(app, blob, RepositoryName.of("team/base"));
    }

    @Test
    void a_mounted_blob_needs_one_request() {
        on(post(urlEqualTo(mount)), aResponse().withStatus(201));
        assertThat(mount()).isTrue();
        assertThat(seen()).containsExactly("POST " + mount);
    }

    @Test
    void an_upload_in_place_of_a_mount_is_cancelled() {
        on(post(urlEqualTo(mount)), aResponse().withStatus(202).withHeader("Location", UPLOAD + "?_state=x"));
        on(delete(UPLOAD + "?_state=x"), aResponse().withStatus(204));
        assertThat(mount()).isFalse();
        assertThat(seen()).containsExactly("POST " + mount, "DELETE " + UPLOAD + "?_state=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/prod/app/manifests/latest",
                "/v2/team/app/blobs/uploads/../../manifests/latest",
                "/v2/team/app/blobs/uploads/%2e%2e/%2e%2e/manifests/latest",
                "/v2/team/app/blobs/uploads/",
                "/v2/team/app/blobs/uploads/.%00./.%00./manifests/latest",
                "/v2/team/app/blobs/uploads/x/manifests/latest",
                "/v2/team/app/blobs/uploads/x/blobs/y",
                "/v2/team/app/blobs/uploads/.",
                "/v2/team/app/blobs/uploads/x;y",
                "/v2/other/blobs/uploads/x"
            })
    void a_cancellation_goes_nowhere_but_to_uploads_of_the_repository(String location) {
        on(post(urlEqualTo(mount)), aResponse().withStatus(202).withHeader("Location", location));
        assertThat(mount()).isFalse();
        assertThat(seen()).containsExactly("POST " + mount);
    }

    @Test
    void a_cancellation_that_fails_is_no_failure() {
        on(post(urlEqualTo(mount)), aResponse().withStatus(202).withHeader("Location", UPLOAD));
        on(delete(UPLOAD), aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER));
        assertThat(mount()).isFalse();
    }

    @Test
    void a_page_for_people_or_errors_or_another_blob_is_no_mount() {
        on(post(urlEqualTo(mount)), plain(201, "text/html", "<html>Please log in"));
        assertThatThrownBy(this::mount).isInstanceOf(NotARegistryException.class);
        on(post(urlEqualTo(mount)), plain(201, "application/json", "{\"error\":\"denied\"}"));
        assertThatThrownBy(this::mount).isInstanceOf(InvalidResponseException.class);
        on(post(urlEqualTo(mount)), aResponse().withStatus(201).withHeader("Docker-Content-Digest", digest.toString()));
        assertThatThrownBy(this::mount).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void a_refused_mount_is_the_registrys_no() {
        on(post(urlEqualTo(mount)), refusal(404, "NAME_UNKNOWN"));
        assertThatThrownBy(this::mount).isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void a_manifest_is_stored_byte_for_byte_under_its_type() {
        on(put(urlEqualTo(manifest(tag))), aResponse().withStatus(201));

        assertThat(client.putManifest(app, tag, manifest)).isEqualTo(digest);

        assertThat(requests().get(0).getBodyAsString()).isEqualTo(Samples.MANIFEST);
        assertThat(requests().get(0).getHeader("Content-Type")).isEqualTo(Samples.OCI_MANIFEST);
    }

    @Test
    void a_success_that_only_its_framework_calls_html_is_stored() {
        on(put(urlEqualTo(manifest(tag))), plain(201, "text/html; charset=utf-8", "OK"));

        assertThat(client.putManifest(app, tag, manifest)).isEqualTo(digest);
    }

    @Test
    void a_manifest_stored_as_something_else_is_a_mismatch() {
        on(
                put(urlEqualTo(manifest(tag))),
                aResponse().withStatus(201).withHeader("Docker-Content-Digest", Samples.sha256("other")));
        assertThatThrownBy(() -> client.putManifest(app, tag, manifest)).isInstanceOf(DigestMismatchException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void a_success_other_than_201_needs_the_registrys_digest(int status) {
        on(put(urlEqualTo(manifest(tag))), aResponse().withStatus(status));
        assertThatThrownBy(() -> client.putManifest(app, tag, manifest))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("unknown, look before repeating it");
        on(
                put(urlEqualTo(manifest(tag))),
                aResponse().withStatus(status).withHeader("Docker-Content-Digest", digest.toString()));
        assertThat(client.putManifest(app, tag, manifest)).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void a_page_for_people_or_errors_stored_no_manifest(int status) {
        on(put(urlEqualTo(manifest(tag))), plain(status, "text/html", "<html>Please log in"));
        assertThatThrownBy(() -> client.putManifest(app, tag, manifest)).isInstanceOf(NotARegistryException.class);
        on(
                put(urlEqualTo(manifest(tag))),
                refusal(status, "DENIED").withHeader("Docker-Content-Digest", digest.toString()));
        assertThatThrownBy(() -> client.putManifest(app, tag, manifest))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("DENIED");
    }

    @Test
    void a_manifest_goes_under_no_other_digest_than_its_own() {
        Digest other = Digest.of(Samples.sha256("other"));
        assertThatThrownBy(() -> client.putManifest(app, other, manifest)).isInstanceOf(InvalidInputException.class);
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_manifest_whose_blobs_are_missing_is_refused_in_the_registrys_words() {
        on(put(urlEqualTo(manifest(tag))), refusal(400, "MANIFEST_BLOB_UNKNOWN"));
        assertThatThrownBy(() -> client.putManifest(app, tag, manifest))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("MANIFEST_BLOB_UNKNOWN");
    }
}
