package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnverifiedDigestException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No DELETE for what was not seen to be a manifest: distribution 2.8 would break the image whose configuration it is. */
class DeletionLookTest extends WireMockRegistry {
    @BeforeEach
    void anyDeletionSucceeds() {
        on(delete(manifest(digest)), aResponse().withStatus(202));
    }

    private void answering(ResponseDefinitionBuilder head, ResponseDefinitionBuilder get) {
        on(head(manifest(digest)), head);
        on(get(manifest(digest)), get);
    }

    private void assertUnverified() {
        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(UnverifiedDigestException.class);
        assertThat(seen()).isNotEmpty().noneMatch(line -> line.startsWith("DELETE"));
    }

    @Test
    void a_manifest_that_is_gone_needs_no_delete() {
        answering(aResponse().withStatus(404).withHeader(API_VERSION, "registry/2.0"), aResponse());

        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(seen()).containsExactly("HEAD " + manifest(digest));
    }

    @Test
    void a_head_404_of_unknown_origin_is_asked_about_by_get() {
        answering(aResponse().withStatus(404), refusal(404, "MANIFEST_UNKNOWN"));

        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(seen()).containsExactly("HEAD " + manifest(digest), "GET " + manifest(digest));
    }

    @Test
    void a_404_of_an_ingress_to_head_and_get_sends_no_delete() {
        answering(plain(404, "text/plain", ""), plain(404, "text/plain", "404 page not found"));
        assertUnverified();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"errors\":{\"path\":[\"no route\"]}}", "{\"errors\":[{\"message\":\"no route\"}]}", "{}"})
    void a_404_in_the_json_of_a_gateway_sends_no_delete(String body) {
        answering(aResponse().withStatus(404), plain(404, "application/json", body));
        assertUnverified();
    }

    @Test
    void a_config_digest_that_head_answers_with_500_sends_no_delete() {
        answering(aResponse().withStatus(500), refusal(500, "UNKNOWN"));
        assertUnverified();
    }

    @Test
    void another_digest_than_asked_for_sends_no_delete() {
        answering(manifestClaiming(Samples.sha256("other")), theManifest());
        assertUnverified();
    }

    @Test
    void a_blob_in_place_of_a_manifest_sends_no_delete() {
        answering(
                plain(200, "application/octet-stream", "").withHeader("Docker-Content-Digest", digest.toString()),
                plain(200, "application/octet-stream", Samples.CONFIG));
        assertUnverified();
    }

    @Test
    void a_page_for_people_sends_no_delete() {
        answering(plain(200, "text/html", ""), plain(200, "text/html", "<html>"));
        assertUnverified();
    }

    @Test
    void a_get_whose_bytes_have_another_digest_sends_no_delete() {
        answering(
                aResponse().withHeader("Content-Type", Samples.OCI_MANIFEST),
                plain(200, Samples.OCI_MANIFEST, Samples.OTHER_MANIFEST));
        assertUnverified();
    }

    @Test
    void a_head_that_names_no_digest_is_made_up_for_by_hashing_the_manifest() {
        answering(undigested(), undigested());

        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(seen())
                .containsExactly("HEAD " + manifest(digest), "GET " + manifest(digest), "DELETE " + manifest(digest));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_look_that_is_not_permitted_says_so(int status) {
        answering(aResponse().withStatus(status), refusal(status, "DENIED"));

        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(NotPermittedException.class);
        assertThat(seen()).noneMatch(line -> line.startsWith("DELETE"));
    }

    @Test
    void a_look_that_meets_the_rate_limit_says_so_and_asks_no_more() {
        answering(aResponse().withStatus(429).withHeader("Retry-After", "7"), theManifest());

        assertThatThrownBy(() -> client.deleteManifest(app, digest)).isInstanceOf(TooManyRequestsException.class);
        assertThat(seen()).containsExactly("HEAD " + manifest(digest));
    }

    @Test
    void a_manifest_that_this_client_has_read_is_deleted_without_a_look() {
        answering(theManifest(), theManifest());
        Manifest read = client.getManifest(app, digest);

        assertThat(client.deleteManifest(app, read).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(seen()).containsExactly("GET " + manifest(digest), "DELETE " + manifest(digest));
    }

    @Test
    void a_manifest_parsed_elsewhere_is_looked_at() {
        answering(theManifest(), theManifest());
        Manifest parsed = Manifest.parse(Samples.OCI_MANIFEST, Samples.MANIFEST.getBytes(UTF_8));

        assertThat(client.deleteManifest(app, parsed).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(seen()).containsExactly("HEAD " + manifest(digest), "DELETE " + manifest(digest));
    }

    @Test
    void a_manifest_read_from_another_repository_is_looked_at() {
        answering(theManifest(), theManifest());
        on(get("/v2/other/manifests/" + digest), theManifest());
        Manifest read = client.getManifest(RepositoryName.of("other"), digest);

        client.deleteManifest(app, read);

        assertThat(seen()).contains("HEAD " + manifest(digest));
    }
}
