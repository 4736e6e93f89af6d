package io.github.registryclient.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private final TestClient client = TestClient.ofEmptyRegistry();

    @ParameterizedTest
    @CsvSource({
        "/v2/a/tags/list, TAGS, a, list",
        "/v2/a/b/manifests/1.0, MANIFEST, a/b, 1.0",
        "/v2/a/manifests/sha256%3Aab, MANIFEST, a, sha256:ab",
        "/v2/a/blobs/sha256:ab, BLOB, a, sha256:ab",
        "/v2/a/referrers/sha256:ab, REFERRERS, a, sha256:ab",
        "/v2/a/blobs/uploads/, UPLOADS, a, ''",
        "/v2/a/blobs/uploads, UPLOADS, a, uploads",
        "/v2/a/blobs/uploads/1-2, UPLOAD, a, 1-2",
        "/v2/tags/list/manifests/list, MANIFEST, tags/list, list",
        "/v2/blobs/uploads/blobs/uploads/1, UPLOAD, blobs/uploads, 1",
        "/v2/manifests/manifests/manifests, MANIFEST, manifests, manifests",
    })
    void names_of_repositories_may_hold_the_words_of_paths(String path, Resource resource, String name, String last) {
        Route route = Route.of(path).orElseThrow();

        assertThat(route.resource()).isEqualTo(resource);
        assertThat(route.repository()).hasToString(name);
        assertThat(route.last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v2",
                "/v1/",
                "/v2/a",
                "/v2/tags/list",
                "/v2/a/tags/other",
                "/v2/a/uploads/1",
                "/v2/manifests/x"
            })
    void other_paths_are_not_found(String path) {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/A/tags/list", "/v2/a..b/tags/list", "/v2/a//b/manifests/x", "/v2/-a/referrers/x"})
    void a_name_against_the_grammar_is_refused(String path) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"NAME_INVALID\"");
    }

    @Test
    void a_method_that_a_resource_lacks_is_answered_with_those_it_has() {
        Answer answer = client.post("/v2/a/manifests/x", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, PUT");
        assertThat(answer.body()).contains("\"code\":\"UNSUPPORTED\"");
    }

    @Test
    void the_root_says_that_this_is_a_registry() {
        Answer answer = client.get("/v2/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void errors_have_the_form_of_the_specification() {
        Answer answer = client.get("/v2/a/manifests/x");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\","
                        + "\"message\":\"manifest unknown to registry\",\"detail\":\"x\"}]}");
    }
}
