package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotARegistryException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that cannot be understood or believed: a typed exception, and nothing of the page. */
class UnreadablePageTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\"]",
                "\"a\"",
                "null",
                "{\"name\":\"app\",\"tags\":\"a\"}",
                "{\"name\":\"app\",\"tags\":{\"a\":1}}",
                "{\"name\":\"app\",\"tags\":7}",
                "{\"name\":\"app\",\"tags\":false}",
                "{\"name\":\"app\",\"tags\":[\"a\",7]}",
                "{\"name\":\"app\",\"tags\":[\"a\",[\"b\"]]}",
                "{\"name\":\"app\",\"tags\":[\"a\",{}]}",
                "{\"name\":\"app\",\"tags\":[\"a\"],\"tags\":[\"b\"]}",
                "{\"name\":\"app\",\"tags\":[\"a\"]}{\"tags\":[\"b\"]}",
                "{\"name\":\"app\",\"tags\":[\"a\"]",
                "{\"name\":\"app\",\"tags\":[\"a\",",
                "{\"name\":\"app\",\"tags\":[\"a\",]}",
                "{\"name\":\"app\",\"tags\":[\"a\nb\"]}",
                "{}",
                "   ",
                "not json"
            })
    void a_body_of_the_wrong_shape_fails_the_page(String json) {
        registry.page(TAGS, json);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining(TAGS);
    }

    @Test
    void a_page_for_people_is_no_registry() {
        registry.answer(
                TAGS,
                aResponse().withHeader("Content-Type", "text/html").withBody("<html><body>Sign in</body></html>"));

        assertThatExceptionOfType(NotARegistryException.class).isThrownBy(registry.tags()::toList);
    }

    @Test
    void an_empty_body_is_no_empty_listing() {
        registry.answer(TAGS, aResponse());

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining("without a body");
    }

    @Test
    void a_cut_body_fails_the_page() {
        registry.answer(TAGS, PlayedRegistry.page(Names.tags("a")).withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThatExceptionOfType(NoResponseException.class).isThrownBy(registry.tags()::toList);
    }

    @Test
    void deep_json_fails_the_page_and_not_the_stack() {
        int depth = 1_000_000;
        registry.page(TAGS, "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"tags\":[\"a\"]}");

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(registry.tags()::toList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "ISO-8859-1"})
    void a_page_that_is_not_utf_8_fails(String encoding) {
        registry.answer(TAGS, aResponse().withBody(Names.tags("ü").getBytes(Charset.forName(encoding))));

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(registry.tags()::toList);
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        registry.page(TAGS, "\ufeff" + Names.tags("a", "ü", "b"));

        assertThat(texts(registry.tags())).containsExactly("a", "ü", "b");
    }

    @Test
    void a_slash_in_two_bytes_is_no_way_around_the_check_of_names() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"tags\":[\"a".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[] {(byte) 0xC1, (byte) 0xA1}); // an overlong 'a'
        body.writeBytes("\"]}".getBytes(StandardCharsets.US_ASCII));
        registry.answer(TAGS, aResponse().withBody(body.toByteArray()));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(registry.tags()::toList)
                .withMessageContaining("UTF-8");
    }

    @Test
    void an_encoding_nobody_asked_for_fails_the_page() {
        registry.answer(TAGS, PlayedRegistry.page(Names.tags("a")).withHeader("Content-Encoding", "br"));

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(registry.tags()::toList);
    }
}
