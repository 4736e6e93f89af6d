package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploading in one piece: POST, then PUT where the registry wants it, its query byte for byte (spec 1.8). */
class UploadTest extends WireMockRegistry {
    private static final byte[] CONTENT = "layer".getBytes(UTF_8);
    private final Digest blob = Digest.of(Samples.sha256("layer"));

    @BeforeEach
    void theBlobIsNew() {
        on(head(APP + "/blobs/" + blob), aResponse().withStatus(404).withHeader(API_VERSION, "registry/2.0"));
    }

    private void uploadsGoTo(String location) {
        on(
                post(urlEqualTo(APP + "/blobs/uploads/")),
                aResponse().withStatus(202).withHeader("Location", location));
    }

    private void putAnswers(String url, ResponseDefinitionBuilder answer) {
        on(put(urlEqualTo(url)), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/team/app/blobs/uploads/id, /v2/team/app/blobs/uploads/id?",
        "id, /v2/team/app/blobs/uploads/id?",
        "../../up/id, /v2/team/app/up/id?",
        "?_state=a, /v2/team/app/blobs/uploads/?_state=a&",
        "/up?_state=a%2Fb%3d&x=%20+~, /up?_state=a%2Fb%3d&x=%20+~&",
        "/up?_state=a#fragment, /up?_state=a&",
        "/up#fragment, /up?",
    })
    void the_content_goes_to_the_location_with_its_query_as_it_came(String location, String url) {
        uploadsGoTo(location);
        putAnswers(url + "digest=" + blob, aResponse().withStatus(201));

        assertThat(client.uploadBlob(app, CONTENT)).isEqualTo(blob);

        LoggedRequest sent = requests().get(2);
        assertThat(sent.getBody()).isEqualTo(CONTENT);
        assertThat(sent.getHeader("Content-Type")).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/prod/app/manifests/latest",
                "/v2/prod/app/manifests%2Flatest?x=y",
                "/v2/prod/app/manifests/latest/",
                "/v2/prod/app/manifests/./latest",
                "/v2/prod/app/manifests//latest",
                "/v2/prod/app/manifests/x/../latest",
                "/v2/prod/app/manifests;a/latest",
                "/v2/prod/app/%6danifests/latest",
                "/v2/prod/app/%256danifests/latest",
                "/v2/prod/app/x%5cmanifests%5clatest",
                "/%0a/../v2/prod/app/manifests/latest",
                "/v2/team/app/blobs/uploads/x/manifests/latest",
                "/v2/team/app/blobs/uploads/%2e%2e/x",
                "/v2/team/app/blobs/uploads/.%00./x",
                "/v2/team/app/blobs//uploads/x",
                "manifests/latest"
            })
    void content_is_not_sent_to_the_address_of_a_manifest(String location) {
        uploadsGoTo(location);

        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(InvalidResponseException.class);
        assertThat(requests())
                .noneMatch(request -> request.getMethod().getName().equals("PUT"));
    }

    @Test
    void a_repository_may_be_named_manifests() {
        RepositoryName named = RepositoryName.of("team/manifests");
        on(head("/v2/team/manifests/blobs/" + blob), aResponse().withStatus(404));
        on(
                post(urlEqualTo("/v2/team/manifests/blobs/uploads/")),
                aResponse().withStatus(202).withHeader("Location", "/v2/team/manifests/blobs/uploads/id"));
        putAnswers(
                "/v2/team/manifests/blobs/uploads/id?digest=" + blob,
                aResponse().withStatus(201));
        assertThat(client.uploadBlob(named, CONTENT)).isEqualTo(blob);
    }

    @Test
    void a_blob_of_another_size_is_not_taken_for_ours() {
        on(head(APP + "/blobs/" + blob), aResponse().withHeader("Content-Length", "6"));
        uploadsGoTo("/up");
        putAnswers("/up?digest=" + blob, aResponse().withStatus(201));
        assertThat(client.uploadBlob(app, CONTENT)).isEqualTo(blob);
        assertThat(requests().get(2).getBody()).isEqualTo(CONTENT);
    }

    @Test
    void a_page_for_people_in_place_of_the_blob_ends_the_upload() {
        on(
                head(APP + "/blobs/" + blob),
                aResponse().withHeader("Content-Length", "5").withHeader("Content-Type", "text/html"));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(NotARegistryException.class);
        assertThat(seen()).hasSize(1);
    }

    @Test
    void content_that_was_only_accepted_is_looked_for() {
        on(head(APP + "/blobs/" + blob).inScenario("later"), aResponse().withStatus(404));
        uploadsGoTo("/up");
        on(
                put(urlEqualTo("/up?digest=" + blob)).inScenario("later").willSetStateTo("stored"),
                aResponse().withStatus(202));
        on(
                head(APP + "/blobs/" + blob).inScenario("later").whenScenarioStateIs("stored"),
                aResponse().withHeader("Content-Length", "5"));
        assertThat(client.uploadBlob(app, CONTENT)).isEqualTo(blob);
        assertThat(seen()).hasSize(4);
    }

    @Test
    void content_that_was_accepted_and_is_not_there_was_not_stored() {
        uploadsGoTo("/up");
        putAnswers("/up?digest=" + blob, aResponse().withStatus(202));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("does not show it");
    }

    @Test
    void a_success_that_is_a_page_or_has_errors_stored_nothing() {
        uploadsGoTo("/up");
        putAnswers("/up?digest=" + blob, plain(201, "text/html", "<html>Please log in"));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(NotARegistryException.class);
        putAnswers("/up?digest=" + blob, plain(201, "application/json", Samples.error("DENIED", "")));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("DENIED");
    }

    @Test
    void a_location_with_characters_that_no_address_may_have_is_repaired() {
        uploadsGoTo("/up?_state={a|b}");
        putAnswers("/up?_state=%7Ba%7Cb%7D&digest=" + blob, aResponse().withStatus(201));
        assertThat(client.uploadBlob(app, CONTENT)).isEqualTo(blob);
    }

    @Test
    void an_absolute_location_is_used() {
        uploadsGoTo(server.baseUrl() + "/up");
        putAnswers("/up?digest=" + blob, aResponse().withStatus(201));
        assertThat(client.uploadBlob(app, CONTENT)).isEqualTo(blob);
    }

    @Test
    void a_file_is_uploaded(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("layer"), CONTENT);
        uploadsGoTo("/up");
        putAnswers("/up?digest=" + blob, aResponse().withStatus(201));
        assertThat(client.uploadBlob(app, file)).isEqualTo(blob);
        assertThat(requests().get(2).getBody()).isEqualTo(CONTENT);
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_before_anything_is_sent(@TempDir Path folder) {
        for (Path file : new Path[] {folder, folder.resolve("missing")}) {
            assertThatThrownBy(() -> client.uploadBlob(app, file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(file.toString());
        }
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_blob_that_is_there_is_not_sent_again() {
        on(head(APP + "/blobs/" + blob), aResponse().withHeader("Content-Length", "5"));
        assertThat(client.uploadBlob(app, CONTENT)).isEqualTo(blob);
        assertThat(seen()).hasSize(1);
    }

    @Test
    void an_upload_without_location_has_nowhere_to_go() {
        on(post(urlEqualTo(APP + "/blobs/uploads/")), aResponse().withStatus(202));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void an_upload_that_is_done_before_it_began_is_not_believed() {
        on(post(urlEqualTo(APP + "/blobs/uploads/")), aResponse().withStatus(201));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(InvalidResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://127.0.0.1/up", "http://", "http://my_store/up", "mailto:a@b", "http://u:p@127.0.0.1/"})
    void a_location_that_is_no_http_address_is_refused(String location) {
        uploadsGoTo(location);
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(RedirectRefusedException.class);
    }

    @Test
    void a_blob_stored_under_another_digest_is_not_believed() {
        uploadsGoTo("/up");
        putAnswers(
                "/up?digest=" + blob,
                aResponse().withStatus(201).withHeader("Docker-Content-Digest", Samples.sha256("other")));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void a_refused_upload_says_why() {
        uploadsGoTo("/up");
        putAnswers("/up?digest=" + blob, refusal(400, "DIGEST_INVALID"));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("DIGEST_INVALID");
    }

    @Test
    void a_redirected_upload_is_refused() {
        uploadsGoTo("/up");
        putAnswers("/up?digest=" + blob, aResponse().withStatus(307).withHeader("Location", "/elsewhere"));
        assertThatThrownBy(() -> client.uploadBlob(app, CONTENT)).isInstanceOf(RedirectRefusedException.class);
        assertThat(seen()).noneMatch(line -> line.contains("elsewhere"));
    }
}
