package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Mounting a blob from another repository". */
class MountTest {
    private static final String MOUNT = "/v2/b/blobs/uploads/?mount=" + HELLO;

    private final TestClient client = TestClient.ofEmptyRegistry();

    @BeforeEach
    void push() {
        client.pushHello("a");
    }

    @Test
    void a_blob_is_visible_only_where_it_was_pushed_until_it_is_mounted() {
        assertThat(client.head("/v2/b/blobs/" + HELLO).status()).isEqualTo(404);

        Answer mounted = client.post(MOUNT + "&from=a", "");

        assertThat(mounted.status()).isEqualTo(201);
        assertThat(mounted.header("Location")).isEqualTo("/v2/b/blobs/" + HELLO);
        assertThat(mounted.header("Docker-Content-Digest")).isEqualTo(HELLO);
        assertThat(client.get("/v2/b/blobs/" + HELLO).body()).isEqualTo("hello");
    }

    @Test
    void without_from_the_blob_is_found_wherever_it_is() {
        assertThat(client.post(MOUNT, "").status()).isEqualTo(201);
        assertThat(client.head("/v2/b/blobs/" + HELLO).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "b", "A%20wrong%20name", ""})
    void a_blob_that_is_not_there_becomes_an_upload(String from) {
        Answer answer = client.post(MOUNT + "&from=" + from, "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(client.head("/v2/b/blobs/" + HELLO).status()).isEqualTo(404);
        assertThat(client.put(answer.end(HELLO), "hello").status()).isEqualTo(201);
    }

    @Test
    void a_mounted_blob_outlives_its_deletion_in_the_other_repository() {
        client.post(MOUNT + "&from=a", "").requireStatus(201);

        client.delete("/v2/a/blobs/" + HELLO).requireStatus(202);

        assertThat(client.get("/v2/b/blobs/" + HELLO).body()).isEqualTo("hello");
        assertThat(client.get("/v2/a/blobs/" + HELLO).status()).isEqualTo(404);
    }

    @Test
    void a_malformed_digest_is_refused() {
        assertThat(client.post("/v2/b/blobs/uploads/?mount=sha256:x&from=a", "").status())
                .isEqualTo(400);
    }
}
