package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static io.github.registryclient.testkit.registry.TestClient.HELLO_512;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Pushing a blob monolithically". */
class UploadTest {
    private static final String UPLOADS = "/v2/team/app/blobs/uploads/";

    private final TestClient client = TestClient.ofEmptyRegistry();

    @Test
    void a_post_gives_a_location_with_a_uuid_to_put_to() {
        Answer started = client.post(UPLOADS, "");
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.header("Location"))
                .matches("/v2/team/app/blobs/uploads/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        Answer ended = client.put(started.end(HELLO), "hello");

        assertThat(ended.status()).isEqualTo(201);
        assertThat(ended.header("Location")).isEqualTo("/v2/team/app/blobs/" + HELLO);
        assertThat(ended.header("Docker-Content-Digest")).isEqualTo(HELLO);
        assertThat(client.get(ended.header("Location")).body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {HELLO, HELLO_512})
    void a_single_post_is_enough(String digest) {
        Answer answer = client.post(UPLOADS + "?digest=" + digest, "hello");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v2/team/app/blobs/" + digest);
        assertThat(client.get("/v2/team/app/blobs/" + digest).body()).isEqualTo("hello");
    }

    @Test
    void a_single_post_that_is_refused_leaves_no_upload() {
        Answer refused =
                client.send("POST", UPLOADS + "?digest=" + HELLO, "hello".getBytes(UTF_8), "Content-Range", "5-9");

        assertThat(refused.status()).isEqualTo(416);
        assertThat(client.get(refused.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void an_empty_blob_is_a_blob() {
        String empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        assertThat(client.put(client.post(UPLOADS, "").end(empty), "").status()).isEqualTo(201);
        assertThat(client.get("/v2/team/app/blobs/" + empty).status()).isEqualTo(200);
    }

    @Test
    void bytes_of_another_digest_are_refused_and_forgotten() {
        Answer started = client.post(UPLOADS, "");

        Answer ended = client.put(started.end(HELLO), "hullo");

        assertThat(ended.status()).isEqualTo(400);
        assertThat(ended.body()).contains("\"code\":\"DIGEST_INVALID\"");
        assertThat(client.get("/v2/team/app/blobs/" + HELLO).status()).isEqualTo(404);
        assertThat(client.get(started.header("Location")).status()).isEqualTo(404);
        assertThat(client.get("/v2/_catalog").body()).isEqualTo("{\"repositories\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:short", "sha256", "blake3:abcdef"})
    void a_digest_that_is_none_or_of_an_unknown_algorithm_is_refused_and_the_upload_goes_on(String digest) {
        Answer started = client.post(UPLOADS, "");

        Answer refused = client.put(started.end(digest), "hello");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"DIGEST_INVALID\"");
        assertThat(client.put(started.end(HELLO), "hello").status()).isEqualTo(201);
    }

    @Test
    void an_unknown_algorithm_is_refused_before_the_first_byte() {
        assertThat(client.post(UPLOADS + "?digest-algorithm=sha512", "").status())
                .isEqualTo(202);
        assertThat(client.post(UPLOADS + "?digest-algorithm=md5", "").status()).isEqualTo(400);
    }

    @Test
    void an_upload_belongs_to_its_repository() {
        String location = client.post(UPLOADS, "").header("Location").replace("team/app", "team/other");

        Answer answer = client.put(location + "?digest=" + HELLO, "hello");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"BLOB_UPLOAD_UNKNOWN\"");
    }

    @Test
    void a_cancelled_upload_is_gone() {
        String location = client.post(UPLOADS, "").header("Location");

        assertThat(client.delete(location).status()).isEqualTo(204);
        assertThat(client.delete(location).status()).isEqualTo(404);
        assertThat(client.patch(location, "hello").status()).isEqualTo(404);
    }

    @Test
    void a_finished_upload_is_gone() {
        Answer started = client.post(UPLOADS, "");
        client.put(started.end(HELLO), "hello").requireStatus(201);

        assertThat(client.get(started.header("Location")).status()).isEqualTo(404);
    }
}
