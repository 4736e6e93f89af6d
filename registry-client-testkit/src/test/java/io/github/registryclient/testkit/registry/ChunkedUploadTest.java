package io.github.registryclient.testkit.registry;

import static io.github.registryclient.testkit.registry.TestClient.HELLO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Pushing a blob in chunks" and "Cancel a blob upload". */
class ChunkedUploadTest {
    private static final String RANGE = "Content-Range";

    private final TestClient client = TestClient.ofEmptyRegistry();
    private String location = "";

    @BeforeEach
    void start() {
        location = client.post("/v2/a/blobs/uploads/", "").requireStatus(202).header("Location");
    }

    @Test
    void chunks_follow_each_other_and_a_put_ends_them() {
        Answer first = client.patch(location, "he", RANGE, "0-1");
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Range")).isEqualTo("0-1");
        Answer second = client.patch(first.header("Location"), "llo", RANGE, "2-4");
        assertThat(second.header("Range")).isEqualTo("0-4");

        assertThat(client.put(second.end(HELLO), "").status()).isEqualTo(201);
        assertThat(client.get("/v2/a/blobs/" + HELLO).body()).isEqualTo("hello");
    }

    @Test
    void the_last_chunk_may_come_with_the_put() {
        Answer first = client.patch(location, "he", RANGE, "0-1");

        assertThat(client.put(first.end(HELLO), "llo", RANGE, "2-4").status()).isEqualTo(201);
        assertThat(client.get("/v2/a/blobs/" + HELLO).body()).isEqualTo("hello");
    }

    @Test
    void a_stream_needs_no_range() {
        Answer answer = client.patch(location, "hello");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Range")).isEqualTo("0-4");
        assertThat(client.put(answer.end(HELLO), "").status()).isEqualTo(201);
    }

    @Test
    void the_status_says_where_to_go_on() {
        client.patch(location, "he", RANGE, "0-1").requireStatus(202);

        Answer status = client.get(location);

        assertThat(status.status()).isEqualTo(204);
        assertThat(status.header("Range")).isEqualTo("0-1");
        assertThat(status.header("Location")).isEqualTo(location);
        assertThat(status.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3-4, lo", "0-1, he", "1-2, el"})
    void a_chunk_out_of_order_is_not_satisfiable_and_changes_nothing(String range, String bytes) {
        client.patch(location, "he", RANGE, "0-1").requireStatus(202);

        Answer refused = client.patch(location, bytes, RANGE, range);

        assertThat(refused.status()).isEqualTo(416);
        assertThat(refused.header("Range")).isEqualTo("0-1");
        assertThat(client.put(location + "?digest=" + HELLO, bytes, RANGE, range)
                        .status())
                .isEqualTo(416);
        assertThat(client.put(location + "?digest=" + HELLO, "llo", RANGE, "2-4")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_first_chunk_begins_with_zero() {
        assertThat(client.patch(location, "hello", RANGE, "1-5").status()).isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource({"bytes 0-4", "0-", "-4", "0-4/5", "x-y"})
    void a_range_against_the_grammar_is_refused(String range) {
        Answer answer = client.patch(location, "hello", RANGE, range);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"BLOB_UPLOAD_INVALID\"");
    }

    @ParameterizedTest
    @CsvSource({"0-3", "0-5", "0-0"})
    void a_range_that_is_not_as_long_as_the_body_is_refused(String range) {
        Answer answer = client.patch(location, "hello", RANGE, range);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"SIZE_INVALID\"");
        assertThat(client.get(location).header("Range")).isEqualTo("0-0");
    }
}
