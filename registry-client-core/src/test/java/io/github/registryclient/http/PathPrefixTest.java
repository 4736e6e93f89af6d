package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A registry below a path, where proxies and repository managers put it. What it says of its own addresses may lack the path,
 * because the proxy before it takes it away.
 */
class PathPrefixTest extends WireMockRegistry {
    private static final String BELOW = "/registry";
    private static final byte[] CONTENT = "layer".getBytes(UTF_8);
    private static final String UPLOADS = APP + "/blobs/uploads/";

    private final Digest blob = Digest.of(Samples.sha256("layer"));
    private HttpRegistryClient below;

    @BeforeEach
    void connectBelow() {
        below = HttpRegistryClient.connect(server.baseUrl() + BELOW + "/");
    }

    @AfterEach
    void disconnectBelow() {
        below.close();
    }

    @Test
    void every_request_goes_below_the_path() {
        on(get(BELOW + "/v2/_catalog?n=1000"), aResponse().withBody("{\"repositories\":[]}"));
        on(get(BELOW + APP + "/tags/list"), aResponse().withBody("{\"name\":\"team/app\",\"tags\":[\"1.0\"]}"));
        on(head(BELOW + manifest(tag)), theManifest());
        on(head(BELOW + manifest(digest)), theManifest());
        on(delete(BELOW + manifest(digest)), aResponse().withStatus(202));

        assertThat(below.listRepositories().toList()).isEmpty();
        assertThat(below.listTags(app).toList()).containsExactly(tag);
        assertThat(below.getManifestDigest(app, tag)).isEqualTo(digest);
        below.deleteManifest(app, digest);

        assertThat(seen()).isNotEmpty().allMatch(line -> line.contains(" " + BELOW + "/v2/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry/v2/team/app/tags/list", "/v2/team/app/tags/list", "http://internal:5000/v2/x"})
    void of_a_link_only_the_query_is_followed_below_the_path(String link) {
        on(
                get(BELOW + APP + "/tags/list"),
                aResponse()
                        .withHeader("Link", "<" + link + "?last=a>; rel=\"next\"")
                        .withBody("{\"tags\":[\"a\"]}"));
        on(get(BELOW + APP + "/tags/list?last=a"), aResponse().withBody("{\"tags\":[\"b\"]}"));

        assertThat(below.listTags(app).toList()).extracting(Object::toString).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "/registry/v2/team/app/blobs/uploads/id?_state=a, /registry/v2/team/app/blobs/uploads/id?_state=a&",
        "/v2/team/app/blobs/uploads/id?_state=a%2Fb, /registry/v2/team/app/blobs/uploads/id?_state=a%2Fb&",
        "/v2/team/app/blobs/uploads/id, /registry/v2/team/app/blobs/uploads/id?",
        "id, /registry/v2/team/app/blobs/uploads/id?",
        "/v2/other/blobs/uploads/id, /v2/other/blobs/uploads/id?",
        "/store/id, /store/id?",
    })
    void an_upload_finds_its_way_back_below_the_path_and_any_other_goes_where_it_is_sent(String location, String url) {
        on(head(BELOW + APP + "/blobs/" + blob), refusal(404, "BLOB_UNKNOWN"));
        on(post(urlEqualTo(BELOW + UPLOADS)), aResponse().withStatus(202).withHeader("Location", location));
        on(put(urlEqualTo(url + "digest=" + blob)), aResponse().withStatus(201));

        assertThat(below.uploadBlob(app, CONTENT)).isEqualTo(blob);
    }

    @Test
    void an_upload_at_the_registrys_whole_address_without_the_path_finds_its_way_back_too() {
        on(head(BELOW + APP + "/blobs/" + blob), refusal(404, "BLOB_UNKNOWN"));
        on(
                post(urlEqualTo(BELOW + UPLOADS)),
                aResponse().withStatus(202).withHeader("Location", server.baseUrl() + UPLOADS + "id"));
        on(put(urlEqualTo(BELOW + UPLOADS + "id?digest=" + blob)), aResponse().withStatus(201));

        assertThat(below.uploadBlob(app, CONTENT)).isEqualTo(blob);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/team/app/blobs/uploads/manifests/latest",
                "/v2/team/app/blobs/uploads/x%2f..%2f..%2fmanifests/latest",
                "/registry/v2/team/app/manifests/latest",
                "/v2/team/app/manifests/latest",
            })
    void an_upload_at_what_may_be_a_manifest_is_refused_with_and_without_the_path(String location) {
        on(head(BELOW + APP + "/blobs/" + blob), refusal(404, "BLOB_UNKNOWN"));
        on(post(urlEqualTo(BELOW + UPLOADS)), aResponse().withStatus(202).withHeader("Location", location));

        assertThatThrownBy(() -> below.uploadBlob(app, CONTENT)).isInstanceOf(InvalidResponseException.class);
        assertThat(seen()).noneMatch(line -> line.startsWith("PUT"));
    }

    @Test
    void an_upload_in_place_of_a_mount_is_cancelled_below_the_path() {
        String mount = BELOW + UPLOADS + "?mount=" + blob + "&from=team%2Fbase";
        on(post(urlEqualTo(mount)), aResponse().withStatus(202).withHeader("Location", UPLOADS + "id?_state=x"));
        on(delete(BELOW + UPLOADS + "id?_state=x"), aResponse().withStatus(204));

        assertThat(below.mountBlob(app, blob, RepositoryName.of("team/base"))).isFalse();
        assertThat(seen()).containsExactly("POST " + mount, "DELETE " + BELOW + UPLOADS + "id?_state=x");
    }

    @Test
    void a_token_server_is_where_the_host_says_and_not_below_the_path() {
        String challenge = "Bearer realm=\"/token\",service=\"played\",scope=\"repository:team/app:pull\"";
        on(head(BELOW + manifest(tag)), aResponse().withStatus(401).withHeader("WWW-Authenticate", challenge));
        server.stubFor(WireMock.get(WireMock.urlPathEqualTo("/token"))
                .willReturn(aResponse().withBody("{\"token\":\"t0ken\"}")));
        server.stubFor(head(BELOW + manifest(tag))
                .withHeader("Authorization", WireMock.equalTo("Bearer t0ken"))
                .willReturn(theManifest()));

        assertThat(below.getManifestDigest(app, tag)).isEqualTo(digest);
    }

    @Test
    void messages_name_the_path_and_doubt_it_where_no_registry_answers() {
        assertThat(below).hasToString("registry at " + server.baseUrl() + BELOW);
        assertThat(below.listTags(app)).asString().contains(" at " + server.baseUrl() + BELOW + " ");
        on(get(BELOW + manifest(tag)), plain(404, "text/plain", "404 page not found"));
        assertThatThrownBy(() -> below.getManifest(app, tag))
                .isInstanceOf(NotARegistryException.class)
                .hasMessageContaining(BELOW + "/v2/")
                .hasMessageContaining("path of the URL");
    }
}
