package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.ABSENT;
import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Pulling blobs", "Checking if content exists" and "Deleting blobs"; ranges and conditions by RFC 9110. */
class BlobTest {
    private static final String BLOB = "/v2/a/blobs/" + HELLO;
    private static final String ETAG = "\"" + HELLO + "\"";

    private final TestClient client = TestClient.ofEmptyRegistry();

    @BeforeEach
    void push() {
        client.pushHello("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void a_blob_comes_with_its_digest_and_length(String method) {
        Answer answer = client.send(method, BLOB, new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Docker-Content-Digest")).isEqualTo(HELLO);
        assertThat(answer.header("ETag")).isEqualTo(ETAG);
        assertThat(answer.length()).isEqualTo(5);
    }

    @Test
    void a_blob_that_is_not_there_is_not_found() {
        for (String missing : new String[] {"/v2/a/blobs/" + ABSENT, "/v2/b/blobs/" + HELLO}) {
            assertThat(client.get(missing).status()).isEqualTo(404);
            assertThat(client.get(missing).body()).contains("\"code\":\"BLOB_UNKNOWN\"");
            assertThat(client.delete(missing).status()).isEqualTo(404);
        }
    }

    @Test
    void a_malformed_digest_is_refused() {
        assertThat(client.get("/v2/a/blobs/sha256:12").body()).contains("\"code\":\"DIGEST_INVALID\"");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=1-3, ell, bytes 1-3/5",
        "bytes=1-, ello, bytes 1-4/5",
        "bytes=-2, lo, bytes 3-4/5",
        "bytes=-9, hello, bytes 0-4/5",
        "bytes=3-99, lo, bytes 3-4/5",
        "bytes=0-0, h, bytes 0-0/5",
        "BYTES=4-4, o, bytes 4-4/5",
    })
    void a_range_is_a_part(String range, String part, String contentRange) {
        Answer answer = client.get(BLOB, "Range", range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(part);
        assertThat(answer.length()).isEqualTo(part.length());
        assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-9", "bytes=3-1", "bytes=-0"})
    void a_range_outside_is_not_satisfiable(String range) {
        Answer answer = client.get(BLOB, "Range", range);

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines=1-3", "bytes=0-1,3-4", "bytes=-", "bytes=a-b", "bytes"})
    void other_ranges_are_answered_with_the_whole(String range) {
        Answer answer = client.get(BLOB, "Range", range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
    }

    @Test
    void a_range_counts_only_if_the_content_is_still_that_of_if_range() {
        assertThat(client.get(BLOB, "Range", "bytes=1-3", "If-Range", ETAG).status())
                .isEqualTo(206);
        assertThat(client.get(BLOB, "Range", "bytes=1-3", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.head(BLOB, "Range", "bytes=1-3").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ETAG, "W/" + ETAG, "\"other\", " + ETAG, "*"})
    void what_the_client_knows_is_not_sent_again(String tags) {
        Answer answer = client.get(BLOB, "If-None-Match", tags);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo(ETAG);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void what_the_client_does_not_know_is_sent() {
        assertThat(client.get(BLOB, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void a_deleted_blob_is_gone_at_once() {
        assertThat(client.delete(BLOB).status()).isEqualTo(202);
        assertThat(client.head(BLOB).status()).isEqualTo(404);
        assertThat(client.delete(BLOB).status()).isEqualTo(404);
    }
}
