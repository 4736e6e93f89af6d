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
        answering(
                aResponse().withStatus(404).withHeader(API_VERSION, "registry/2.0"), refusal(404, "MANIFEST_UNKNOWN"));

        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.ALREADY_GONE);
        assertThat(seen()).containsExactly("HEAD " + manifest(digest), "GET " + manifest(digest));
    }

    @Test
    void a_manifest_that_head_hides_and_get_shows_is_deleted() {
        answering(aResponse().withStatus(404).withHeader(API_VERSION, "registry/2.0"), theManifest());

        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.DELETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENIED", "UNSUPPORTED", "UNAUTHORIZED", "UNKNOWN", "7003"})
    void a_404_that_does_not_say_missing_sends_no_delete(String code) {
        answering(aResponse().withStatus(404), refusal(404, code));
        assertUnverified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST_UNKNOWN", "NAME_UNKNOWN", "BLOB_UNKNOWN", "NOT_FOUND"})
    void every_code_for_missing_is_known(String code) {
        answering(aResponse().withStatus(404), plain(404, "text/plain", Samples.error(code, "")));
        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.ALREADY_GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not found", "Not Found"})
    void an_unknown_error_counts_as_missing_where_its_words_say_so(String words) {
        answering(aResponse().withStatus(404), plain(404, "application/json", Samples.error("UNKNOWN", words)));
        assertThat(client.deleteManifest(app, digest).outcome()).isEqualTo(Outcome.ALREADY_GONE);
    }

    @Test
    void a_404_that_says_missing_and_something_else_sends_no_delete() {
        answering(
                aResponse().withStatus(404),
                plain(404, "application/json", "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"},{\"code\":\"DENIED\"}]}"));
        assertUnverified();
    }

    @Test
    void a_404_of_an_ingress_to_head_and_get_sends_no_delete() {
        answering(plain(404, "text/plain", ""), plain(404, "text/plain", "404 page not found"));
        assertUnverified();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":{\"path\":[\"no route\"]}}",
                "{\"errors\":[{\"message\":\"no route\"}]}",
                "{\"success\":false,\"errors\":[{\"code\":7003,\"message\":\"Could not route\"}]}",
                "{}"
            })
    void a_404_in_the_json_of_a_gateway_sends_no_delete(String body) {
        answering(
                aResponse().withStatus(404),
                plain(404, "application/json", body).withHeader(API_VERSION, "registry/2.0"));
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
