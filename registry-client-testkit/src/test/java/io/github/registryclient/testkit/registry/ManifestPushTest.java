package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.ManifestText.IMAGE_TYPE;
import static io.github.registryclient.testkit.registry.ManifestText.descriptor;
import static io.github.registryclient.testkit.registry.TestClient.ABSENT;
import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Pushing Manifests". */
class ManifestPushTest {
    private static final String IMAGE = ManifestText.image(HELLO, "");

    private final TestClient client = TestClient.ofEmptyRegistry();

    @BeforeEach
    void push() {
        client.pushHello("a");
    }

    @Test
    void a_manifest_is_stored_in_its_exact_bytes() {
        String spaced = IMAGE.replace(",", " ,\n\t") + "\n";

        Answer pushed = client.pushImage("a", "latest", spaced);

        assertThat(pushed.status()).isEqualTo(201);
        assertThat(pushed.header("Docker-Content-Digest")).isEqualTo(Sha.sha256(spaced));
        assertThat(pushed.header("Location")).isEqualTo("/v2/a/manifests/" + Sha.sha256(spaced));
        Answer pulled = client.get(pushed.header("Location"));
        assertThat(pulled.body()).isEqualTo(spaced);
        assertThat(pulled.header("Content-Type")).isEqualTo(IMAGE_TYPE);
        assertThat(client.get("/v2/a/manifests/latest").body()).isEqualTo(spaced);
    }

    @Test
    void a_digest_of_either_algorithm_names_what_is_pushed() {
        for (String digest : new String[] {Sha.sha256(IMAGE), Sha.sha512(IMAGE)}) {
            Answer pushed = client.pushImage("a", digest, IMAGE);

            assertThat(pushed.status()).isEqualTo(201);
            assertThat(pushed.header("Docker-Content-Digest")).isEqualTo(digest);
            assertThat(client.head("/v2/a/manifests/" + digest).header("Docker-Content-Digest"))
                    .isEqualTo(digest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ABSENT, "sha256:baddigeststring", "blake3:abcdef"})
    void a_digest_of_other_bytes_or_none_is_refused(String digest) {
        Answer answer = client.pushImage("a", digest, IMAGE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"DIGEST_INVALID\"");
    }

    @Test
    void several_tags_come_with_a_digest() {
        String digest = Sha.sha512(IMAGE);

        Answer answer = client.pushImage("a", digest + "?tag=1.2&tag=1&tag=latest", IMAGE);

        assertThat(answer.header("OCI-Tag")).isEqualTo("1.2, 1, latest");
        assertThat(client.head("/v2/a/manifests/1").header("Docker-Content-Digest"))
                .isEqualTo(digest);
        assertThat(client.get("/v2/a/tags/list").body()).contains("[\"1\",\"1.2\",\"latest\"]");
    }

    @Test
    void a_manifest_pushed_by_tag_has_that_tag_only() {
        Answer answer = client.pushImage("a", "x?tag=y", IMAGE);

        assertThat(answer.header("OCI-Tag")).isEqualTo("none");
        assertThat(client.get("/v2/a/tags/list").body()).contains("[\"x\"]");
    }

    @Test
    void a_tag_moves_and_the_manifest_it_left_stays() {
        client.pushImage("a", "x", IMAGE).requireStatus(201);

        client.pushImage("a", "x", IMAGE + " ").requireStatus(201);

        assertThat(client.get("/v2/a/manifests/x").body()).isEqualTo(IMAGE + " ");
        assertThat(client.get("/v2/a/manifests/" + Sha.sha256(IMAGE)).status()).isEqualTo(200);
    }

    @Test
    void what_is_missing_is_named_one_error_each() {
        String other = "sha256:" + "cd".repeat(32);
        String image = "{\"config\":" + descriptor("application/json", ABSENT, 1) + ",\"layers\":["
                + descriptor("x/y", HELLO, 5) + "," + descriptor("x/y", other, 1) + "]}";

        Answer answer = client.pushImage("a", "x", image);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"errors\":["
                        + "{\"code\":\"MANIFEST_BLOB_UNKNOWN\",\"message\":\"manifest references a manifest or blob unknown to"
                        + " registry\",\"detail\":\"" + ABSENT + "\"},"
                        + "{\"code\":\"MANIFEST_BLOB_UNKNOWN\",\"message\":\"manifest references a manifest or blob unknown to"
                        + " registry\",\"detail\":\"" + other + "\"}]}");
        assertThat(client.get("/v2/a/manifests/x").status()).isEqualTo(404);
    }

    @Test
    void a_blob_of_another_repository_is_missing() {
        assertThat(client.pushImage("b", "x", IMAGE).body()).contains("\"code\":\"MANIFEST_BLOB_UNKNOWN\"");
    }

    @Test
    void the_children_of_an_index_have_to_be_manifests_here() {
        String index = ManifestText.index(Sha.sha256(IMAGE), "");
        String target = "/v2/a/manifests/x";

        assertThat(client.put(target, index, "Content-Type", ManifestText.INDEX_TYPE)
                        .status())
                .isEqualTo(400);
        assertThat(client.put(target, ManifestText.index(HELLO, ""), "Content-Type", ManifestText.INDEX_TYPE)
                        .status())
                .isEqualTo(400);
        client.pushImage("a", Sha.sha256(IMAGE), IMAGE).requireStatus(201);
        assertThat(client.put(target, index, "Content-Type", ManifestText.INDEX_TYPE)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_index_of_blobs_such_as_a_build_cache_needs_the_blobs() {
        String cache = "{\"manifests\":[" + descriptor("application/vnd.oci.image.layer.v1.tar+gzip", HELLO, 5) + "]}";

        assertThat(client.put("/v2/a/manifests/cache", cache, "Content-Type", ManifestText.INDEX_TYPE)
                        .status())
                .isEqualTo(201);
        assertThat(client.put("/v2/b/manifests/cache", cache, "Content-Type", ManifestText.INDEX_TYPE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void layers_that_may_lie_elsewhere_are_not_missed() {
        String layers = descriptor("application/vnd.oci.image.layer.nondistributable.v1.tar", ABSENT, 9) + ","
                + descriptor("x/y", ABSENT, 9).replace("}", ",\"urls\":[\"https://example.com/\"]}");
        String image = "{\"config\":" + descriptor("x/y", HELLO, 5) + ",\"layers\":[" + layers + "]}";

        assertThat(client.pushImage("a", "x", image).status()).isEqualTo(201);
    }

    @Test
    void a_subject_may_be_missing_and_is_confirmed() {
        Answer answer = client.pushImage("a", "x", ManifestText.image(HELLO, ManifestText.subject(ABSENT)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("OCI-Subject")).isEqualTo(ABSENT);
        assertThat(client.pushImage("a", "y", IMAGE).header("OCI-Subject")).isEqualTo("none");
    }

    @Test
    void missing_content_is_accepted_where_it_is_set_so() {
        TestClient sparse = TestClient.of(Settings.defaults().withContentRequired(false));

        assertThat(sparse.pushImage("a", "x", IMAGE).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{} {}",
                "{\"layers\":{}}",
                "{\"mediaType\":7}",
                "{\"config\":{\"mediaType\":\"x/y\"}}",
                "{\"config\":{\"digest\":\"sha256:12\"}}",
                "{\"layers\":[\"" + HELLO + "\"]}",
                "{\"layers\":[{\"digest\":\"" + HELLO + "\",\"size\":-1}]}",
                "{\"subject\":{}}",
                "{\"annotations\":{\"a\":1}}",
                "{\"manifests\":[],\"layers\":[]}",
                "{\"mediaType\":\"application/vnd.oci.image.index.v1+json\"}",
            })
    void what_is_no_manifest_is_refused(String body) {
        Answer answer = client.pushImage("a", "x", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"MANIFEST_INVALID\"");
    }

    @Test
    void parameters_of_the_type_are_ignored_and_a_missing_type_is_the_documents() {
        client.put("/v2/a/manifests/x", IMAGE, "Content-Type", IMAGE_TYPE + "; charset=utf-8")
                .requireStatus(201);
        assertThat(client.head("/v2/a/manifests/x").header("Content-Type")).isEqualTo(IMAGE_TYPE);

        client.put("/v2/a/manifests/y", IMAGE).requireStatus(201);
        assertThat(client.head("/v2/a/manifests/y").header("Content-Type")).isEqualTo(IMAGE_TYPE);
        assertThat(client.put("/v2/a/manifests/z", "{}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mediaType\":\"x\"}", "{\"mediaType\":\"x/y\\r\\nz\"}", "{\"mediaType\":\"/\"}"})
    void a_type_that_is_none_is_refused(String body) {
        assertThat(client.put("/v2/a/manifests/x", body).body()).contains("\"code\":\"MANIFEST_INVALID\"");
    }

    @Test
    void a_type_that_nobody_knows_is_stored_like_others() {
        client.put("/v2/a/manifests/x", "{\"new\":true}", "Content-Type", "application/vnd.example+json")
                .requireStatus(201);

        assertThat(client.get("/v2/a/manifests/x").header("Content-Type")).isEqualTo("application/vnd.example+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {".x", "-x", "a%20b"})
    void a_tag_against_the_grammar_is_refused(String tag) {
        assertThat(client.pushImage("a", tag, IMAGE).status()).isEqualTo(400);
        assertThat(client.pushImage("a", Sha.sha256(IMAGE) + "?tag=" + tag, IMAGE)
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/v2/a/manifests/" + tag).status()).isEqualTo(404);
    }

    @Test
    void a_manifest_over_the_limit_is_too_large() {
        TestClient small = TestClient.of(Settings.defaults().withManifestLimit(100));
        String json = "{\"a\":\"" + "x".repeat(92) + "\"}";

        assertThat(json).hasSize(100);
        assertThat(small.pushImage("a", "x", json).status()).isEqualTo(201);
        assertThat(small.pushImage("a", "x", json + " ").status()).isEqualTo(413);
    }
}
