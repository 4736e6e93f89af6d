package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.ABSENT;
import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Pulling manifests", "Deleting tags" and "Deleting Manifests". */
class ManifestTest {
    private static final String IMAGE = ManifestText.image(HELLO, "");
    private static final String DIGEST = Sha.sha256(IMAGE);
    private static final String ETAG = "\"" + DIGEST + "\"";

    private final TestClient client = TestClient.ofEmptyRegistry();

    @BeforeEach
    void push() {
        client.pushHello("a");
        client.pushImage("a", "1", IMAGE).requireStatus(201);
        client.pushImage("a", "2", IMAGE).requireStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "sha256"})
    void tag_and_digest_name_the_manifest(String reference) {
        String target = "/v2/a/manifests/" + (reference.equals("sha256") ? DIGEST : reference);
        for (Answer answer : new Answer[] {client.get(target), client.head(target)}) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Docker-Content-Digest")).isEqualTo(DIGEST);
            assertThat(answer.header("ETag")).isEqualTo(ETAG);
            assertThat(answer.length()).isEqualTo(IMAGE.length());
        }
    }

    @Test
    void nothing_is_negotiated() {
        Answer answer =
                client.get("/v2/a/manifests/1", "Accept", "application/vnd.docker.distribution.manifest.v2+json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(ManifestText.IMAGE_TYPE);
    }

    @Test
    void what_the_client_knows_is_not_sent_again() {
        Answer answer = client.get("/v2/a/manifests/1", "If-None-Match", ETAG);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("Docker-Content-Digest")).isEqualTo(DIGEST);
        assertThat(answer.body()).isEmpty();
        assertThat(client.get("/v2/a/manifests/1", "If-None-Match", "\"" + ABSENT + "\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_digest_of_a_blob_names_no_manifest() {
        assertThat(client.get("/v2/a/manifests/" + HELLO).status()).isEqualTo(404);
        assertThat(client.delete("/v2/a/manifests/" + HELLO).status()).isEqualTo(404);
        assertThat(client.get("/v2/a/blobs/" + DIGEST).status()).isEqualTo(404);
    }

    @Test
    void a_deleted_tag_takes_nothing_with_it() {
        assertThat(client.delete("/v2/a/manifests/1").status()).isEqualTo(202);

        assertThat(client.get("/v2/a/manifests/1").status()).isEqualTo(404);
        assertThat(client.delete("/v2/a/manifests/1").status()).isEqualTo(404);
        assertThat(client.get("/v2/a/manifests/2").status()).isEqualTo(200);
        assertThat(client.get("/v2/a/manifests/" + DIGEST).status()).isEqualTo(200);
    }

    @Test
    void a_deleted_manifest_takes_its_tags_with_it_and_no_others() {
        client.pushImage("a", "3", IMAGE + " ").requireStatus(201);

        assertThat(client.delete("/v2/a/manifests/" + DIGEST).status()).isEqualTo(202);

        assertThat(client.get("/v2/a/tags/list").body()).isEqualTo("{\"name\":\"a\",\"tags\":[\"3\"]}");
        assertThat(client.get("/v2/a/manifests/" + DIGEST).status()).isEqualTo(404);
        Answer again = client.delete("/v2/a/manifests/" + DIGEST);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("\"code\":\"MANIFEST_UNKNOWN\"");
        assertThat(client.get("/v2/a/blobs/" + HELLO).status()).isEqualTo(200);
    }

    @Test
    void a_deleted_manifest_stays_in_other_repositories() {
        client.pushHello("b");
        client.pushImage("b", "1", IMAGE).requireStatus(201);

        client.delete("/v2/a/manifests/" + DIGEST).requireStatus(202);

        assertThat(client.get("/v2/b/manifests/1").body()).isEqualTo(IMAGE);
    }

    @Test
    void a_deleted_manifest_can_be_pushed_again() {
        client.delete("/v2/a/manifests/" + DIGEST).requireStatus(202);

        client.pushImage("a", "1", IMAGE).requireStatus(201);

        assertThat(client.get("/v2/a/manifests/1").body()).isEqualTo(IMAGE);
    }

    @Test
    void nothing_is_deleted_in_a_repository_that_is_not_there() {
        assertThat(client.delete("/v2/b/manifests/" + DIGEST).status()).isEqualTo(404);
        assertThat(client.delete("/v2/b/manifests/1").status()).isEqualTo(404);
    }

    @Test
    void a_repository_stays_known_when_all_of_it_is_deleted() {
        client.delete("/v2/a/manifests/" + DIGEST).requireStatus(202);
        client.delete("/v2/a/blobs/" + HELLO).requireStatus(202);

        assertThat(client.get("/v2/a/tags/list").body()).isEqualTo("{\"name\":\"a\",\"tags\":[]}");
    }
}
