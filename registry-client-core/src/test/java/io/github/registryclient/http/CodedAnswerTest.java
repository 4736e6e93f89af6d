package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.ByteRange;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.BodyTooLargeException;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Gzip;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a proxy compressed although nobody asked for it. The client has one connection, so that none can be lost. */
class CodedAnswerTest {
    private static final String GZIP = "Content-Encoding: gzip";
    private static final String JSON = "Content-Type: application/json";
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final Tag TAG = Tag.of("1.0");
    private static final Digest DIGEST = Digest.of(Samples.sha256(Samples.MANIFEST));
    private static final String PAGE = "{\"name\":\"team/app\",\"tags\":[\"1.0\"]}";

    private ScriptedServer.Script script = exchange -> exchange.reply(404, "");
    private final ScriptedServer server = new ScriptedServer(exchange -> script.serve(exchange));
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .concurrency(1)
            .maxPageBytes(10_000)
            .retries(0)
            .build();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answer(byte[] body, String... headers) {
        script = exchange -> exchange.reply(200, body, headers);
    }

    private void assertNotBelieved(ThrowingCallable call, String word) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining(word)
                .hasMessageContaining("proxy");
        script = exchange -> exchange.reply(200, PAGE, JSON);
        assertThat(client.listTags(APP).toList())
                .as("the connection is free again")
                .containsExactly(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip", "x-gzip", "identity, gzip"})
    void a_manifest_is_decoded_and_its_digest_is_that_of_the_decoded_bytes(String coding) {
        answer(Gzip.of(Samples.MANIFEST), "Content-Encoding: " + coding, "Docker-Content-Digest: " + DIGEST);
        assertThat(client.getManifest(APP, DIGEST).digest()).isEqualTo(DIGEST);

        answer(Gzip.of(Samples.OTHER_MANIFEST), "Content-Encoding: " + coding);
        assertThatThrownBy(() -> client.getManifest(APP, DIGEST)).isInstanceOf(DigestMismatchException.class);
    }

    @Test
    void identity_is_no_coding() {
        answer(PAGE.getBytes(StandardCharsets.UTF_8), "Content-Encoding: Identity", JSON);
        assertThat(client.listTags(APP).toList()).containsExactly(TAG);
    }

    @Test
    void a_page_of_a_listing_is_decoded() {
        answer(Gzip.of(PAGE), GZIP, JSON);
        assertThat(client.listTags(APP).toList()).containsExactly(TAG);
    }

    @Test
    void the_limit_counts_decoded_bytes_and_ends_a_bomb_early() {
        byte[] bomb = Gzip.of(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        answer(bomb, GZIP, JSON);
        assertThatThrownBy(() -> client.listTags(APP).toList())
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessageContaining("10000");
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    void what_the_registry_says_of_an_error_is_decoded() {
        script = exchange -> exchange.reply(403, Gzip.of(Samples.error("DENIED", "not for you")), GZIP, JSON);
        assertThatThrownBy(() -> client.listTags(APP).toList())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(error -> error.message())
                                .containsExactly("not for you"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip, gzip"})
    void an_error_that_cannot_be_decoded_still_is_that_error(String coding) {
        script = exchange -> exchange.reply(403, "{\"cut", "Content-Encoding: " + coding, JSON);
        assertThatThrownBy(() -> client.listTags(APP).toList())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "gzip, br"})
    void other_codings_are_not_believed_and_named(String coding) {
        answer(Gzip.of(Gzip.of(PAGE)), "Content-Encoding: " + coding, JSON);
        assertNotBelieved(() -> client.listTags(APP).toList(), "only one \"gzip\"");
    }

    @Test
    void two_headers_are_two_codings() {
        answer(Gzip.of(Gzip.of(PAGE)), GZIP, GZIP, JSON);
        assertNotBelieved(() -> client.listTags(APP).toList(), "gzip, gzip");
    }

    @Test
    void a_cut_or_prolonged_body_is_not_believed() {
        byte[] coded = Gzip.of(PAGE);
        answer(Arrays.copyOf(coded, coded.length - 1), GZIP, JSON);
        assertNotBelieved(() -> client.listTags(APP).toList(), "cut off");
        answer(Arrays.copyOf(coded, coded.length + 1), GZIP, JSON);
        assertNotBelieved(() -> client.listTags(APP).toList(), "no gzip");
    }

    @Test
    void a_blob_is_decoded_as_it_comes() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        byte[] content = new byte[300_000];
        new Random(seed).nextBytes(content);
        Arrays.fill(content, 1000, 200_000, (byte) 'a');
        answer(Gzip.of(content), GZIP);
        try (InputStream blob = client.openBlob(APP, Digest.sha256(content))) {
            assertThat(blob.read()).isEqualTo(content[0] & 0xff);
            assertThat(blob.readAllBytes())
                    .as("seed " + seed)
                    .isEqualTo(Arrays.copyOfRange(content, 1, content.length));
            assertThat(blob.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_blob_that_is_cut_or_damaged_fails_each_read_and_frees_its_connection() {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        byte[] coded = Gzip.of(content);
        answer(Arrays.copyOf(coded, coded.length - 5), GZIP);
        InputStream cut = client.openBlob(APP, Digest.sha256(content));
        assertThatThrownBy(cut::readAllBytes).isInstanceOf(InvalidResponseException.class);
        assertNotBelieved(cut::readAllBytes, "cut off");

        coded[coded.length / 2] ^= 0x55;
        answer(coded, GZIP);
        InputStream damaged = client.openBlob(APP, Digest.sha256(content));
        assertThatThrownBy(damaged::readAllBytes).isInstanceOf(InvalidResponseException.class);
        assertNotBelieved(damaged::read, "coded");
    }

    @Test
    void a_blob_in_another_coding_is_not_opened() {
        answer(new byte[] {1}, "Content-Encoding: br");
        assertNotBelieved(() -> client.openBlob(APP, DIGEST), "\"br\"");
    }

    @Test
    void a_part_of_a_coded_blob_is_not_opened() {
        byte[] coded = Gzip.of(new byte[100]);
        script = exchange -> exchange.reply(206, Arrays.copyOf(coded, 10), GZIP, "Content-Range: bytes 0-9/100");
        assertNotBelieved(() -> client.openBlob(APP, DIGEST, ByteRange.of(0, 9)), "part of a coded body");
    }

    @Test
    void the_length_that_head_tells_of_a_coded_blob_is_no_size() {
        script = exchange -> exchange.head(200, 84, GZIP);
        assertNotBelieved(() -> client.findBlobSize(APP, DIGEST), "size was not said");
    }

    @Test
    void the_digest_that_head_tells_of_a_coded_manifest_is_believed() {
        script = exchange -> exchange.head(200, 84, GZIP, "Docker-Content-Digest: " + DIGEST);
        assertThat(client.getManifestDigest(APP, TAG)).isEqualTo(DIGEST);
    }

    @Test
    void an_answer_without_a_body_may_name_any_coding() {
        script = ScriptedServer.showingManifest(exchange -> exchange.reply(202, "", "Content-Encoding: br"));
        assertThat(client.deleteManifest(APP, DIGEST)).isEqualTo(DeleteResult.of(DeleteResult.Outcome.DELETED));
        assertThat(server.exchanges()).extracting(Exchange::method).isEqualTo(List.of("HEAD", "DELETE"));
    }

    @Test
    void no_request_asks_for_a_coding() {
        answer(Gzip.of(PAGE), GZIP, JSON);
        client.listTags(APP).toList();
        assertThat(server.exchanges().get(0).headerNames()).doesNotContain("accept-encoding");
    }
}
