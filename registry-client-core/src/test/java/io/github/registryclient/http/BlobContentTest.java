package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a blob's stream gives is proven when it ends: by the digest of every byte that passed. */
class BlobContentTest extends WireMockRegistry {
    private final Digest blob = Digest.of(Samples.sha256("0123456789"));
    private final String path = APP + "/blobs/" + blob;

    @Test
    void the_right_content_is_read_to_its_end() throws IOException {
        on(get(path), aResponse().withBody("0123456789"));
        try (InputStream stream = client.openBlob(app, blob)) {
            assertThat(stream.readAllBytes()).isEqualTo("0123456789".getBytes(UTF_8));
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void other_content_fails_at_its_end_and_again_when_asked_again() throws IOException {
        on(get(path), aResponse().withBody("0123456780"));
        try (InputStream stream = client.openBlob(app, blob)) {
            assertThat(stream.readNBytes(10)).hasSize(10);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(stream::read).isInstanceOfSatisfying(DigestMismatchException.class, mismatch -> {
                    assertThat(mismatch.expected()).isEqualTo(blob.toString());
                    assertThat(mismatch.actual()).isEqualTo(Samples.sha256("0123456780"));
                });
            }
        }
    }

    @Test
    void content_where_none_was_expected_does_not_pass_on_a_second_look() throws IOException {
        Digest empty = Digest.of(Samples.sha256(""));
        on(get(APP + "/blobs/" + empty), aResponse().withBody("something"));
        try (InputStream stream = client.openBlob(app, empty)) {
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(DigestMismatchException.class);
            assertThatThrownBy(stream::read).isInstanceOf(DigestMismatchException.class);
        }
    }

    @Test
    void skipped_bytes_are_hashed_too() throws IOException {
        on(get(path), aResponse().withBody("0123456789"));
        try (InputStream stream = client.openBlob(app, blob)) {
            assertThat(stream.skip(4)).isEqualTo(4);
            assertThat(stream.skip(0)).isZero();
            assertThat(stream.skip(-1)).isZero();
            assertThat(stream.read(new byte[3], 1, 0)).isZero();
            assertThat(stream.readAllBytes()).isEqualTo("456789".getBytes(UTF_8));
        }
    }

    @Test
    void there_is_no_way_back_past_the_hash() throws IOException {
        on(get(path), aResponse().withBody("0123456789"));
        try (InputStream stream = client.openBlob(app, blob)) {
            assertThat(stream.markSupported()).isFalse();
            assertThatThrownBy(stream::reset).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_blob_of_many_buffers_arrives_whole_and_by_single_bytes_too() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        byte[] content = new byte[3_000_000];
        new Random(seed).nextBytes(content);
        Digest large = Digest.sha256(content);
        on(get(APP + "/blobs/" + large), aResponse().withBody(content));
        try (InputStream stream = client.openBlob(app, large)) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            for (int i = 0; i < 100_000; i++) {
                read.write(stream.read());
            }
            stream.transferTo(read);
            assertThat(read.toByteArray()).as("seed " + seed).isEqualTo(content);
        }
    }

    @Test
    void an_encoded_blob_is_refused() {
        on(get(path), aResponse().withBody("x").withHeader("Content-Encoding", "br"));
        assertThatThrownBy(() -> client.openBlob(app, blob)).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void a_missing_blob_is_not_found() {
        on(get(path), refusal(404, "BLOB_UNKNOWN"));
        assertThatThrownBy(() -> client.openBlob(app, blob)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_digest_that_cannot_be_computed_here_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> client.openBlob(app, Digest.of("blake3:abcdef")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(seen()).isEmpty();
    }
}
