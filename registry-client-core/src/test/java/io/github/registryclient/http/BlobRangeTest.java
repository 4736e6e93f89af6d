package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.registryclient.ByteRange;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of blobs: exactly the part asked for, or an exception. */
class BlobRangeTest extends WireMockRegistry {
    private final Digest blob = Digest.of(Samples.sha256("0123456789"));
    private final String path = APP + "/blobs/" + blob;

    private String read(long first, long last) throws IOException {
        try (InputStream part = client.openBlob(app, blob, ByteRange.of(first, last))) {
            return new String(part.readAllBytes(), UTF_8);
        }
    }

    private static ResponseDefinitionBuilder part(String range, String body) {
        return aResponse().withStatus(206).withHeader("Content-Range", range).withBody(body);
    }

    @Test
    void a_part_is_asked_for_and_read() throws IOException {
        on(get(path).withHeader("Range", equalTo("bytes=2-5")), part("bytes 2-5/10", "2345"));
        assertThat(read(2, 5)).isEqualTo("2345");
    }

    @Test
    void a_part_of_a_blob_of_unknown_size_is_read() throws IOException {
        on(get(path), part("bytes 2-5/*", "2345"));
        assertThat(read(2, 5)).isEqualTo("2345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-3/10", "bytes 2-4/10", "bytes 2-50/100", "2-5/10", "", "bytes */10"})
    void another_part_than_asked_for_is_refused(String range) {
        on(get(path), part(range, "0123"));
        assertThatThrownBy(() -> read(2, 5)).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void a_part_that_ends_with_the_blob_says_how_long_the_blob_is() {
        on(get(path), part("bytes 2-9/10", "23456789"));
        assertThatThrownBy(() -> read(2, 999))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("bytes 2-999, but the blob has only 10 bytes");
    }

    @Test
    void what_a_server_says_of_its_range_is_shown_without_secrets() {
        on(get(path), part("see /x?token=secret", "0123"));
        assertThatThrownBy(() -> read(2, 5)).hasMessageContaining("token=").hasMessageNotContaining("secret");
    }

    @Test
    void the_whole_blob_in_place_of_a_part_is_refused() {
        on(get(path), aResponse().withBody("0123456789"));
        assertThatThrownBy(() -> read(2, 5))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("status 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"234", "23456", ""})
    void a_part_of_another_length_than_it_says_is_refused(String body) {
        on(get(path), part("bytes 2-5/10", body));
        assertThatThrownBy(() -> read(2, 5))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("4 bytes");
    }

    @Test
    void a_range_beyond_the_end_is_the_registrys_no() {
        on(get(path), aResponse().withStatus(416).withHeader("Content-Range", "bytes */10"));
        assertThatThrownBy(() -> read(20, 25))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.status()).isEqualTo(416))
                .hasMessageContaining("only 10 bytes");
    }

    @Test
    void a_part_in_place_of_the_whole_blob_is_refused() {
        on(get(path), part("bytes 0-4/10", "01234"));
        assertThatThrownBy(() -> client.openBlob(app, blob)).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void bytes_of_a_part_can_be_skipped_but_are_counted() throws IOException {
        on(get(path), part("bytes 2-5/10", "2345"));
        try (InputStream stream = client.openBlob(app, blob, ByteRange.of(2, 5))) {
            assertThat(stream.skip(3)).isEqualTo(3);
            assertThat(stream.read()).isEqualTo('5');
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void the_range_goes_along_with_a_redirect() throws IOException {
        on(get(path), aResponse().withStatus(307).withHeader("Location", "/store/b"));
        on(get("/store/b").withHeader("Range", equalTo("bytes=0-0")), part("bytes 0-0/10", "0"));
        assertThat(read(0, 0)).isEqualTo("0");
    }
}
