package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.MalformedDocumentException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are broken or made to hurt end in one typed exception, at once. */
@Timeout(30)
class HostileDocumentTest {
    @ParameterizedTest
    @EnumSource
    void a_document_cut_at_any_byte_is_refused(Fixtures fixture) {
        byte[] whole = fixture.bytes();
        for (int length = 0; length < whole.length; length++) {
            refuses(fixture, Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "<html></html>",
                "404 page not found"
            })
    void what_is_no_json_object_is_refused(String text) {
        for (Fixtures fixture : Fixtures.values()) {
            refuses(fixture, text.getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "}", "]", ",", "null", "\u0000", "\"", "//", "#", "\u001a", "\u00a0"})
    void anything_behind_the_document_is_refused(String garbage) {
        for (Fixtures fixture : Fixtures.values()) {
            refuses(fixture, (fixture.text() + garbage).getBytes(UTF_8));
            refuses(fixture, (fixture.text() + "\n" + garbage).getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": NaN,",
                "{\"a\": Infinity,",
                "{\"a\": 01,",
                "{\"a\": +1,",
                "{\"a\": .5,",
                "{\"a\": 1.,",
                "{\"a\": 0x1,",
                "{\"a\": 'b',",
                "{'a': 1,",
                "{a: 1,",
                "{,",
                "{\"a\": 1,,",
                "{\"a\": [1,],",
                "{\"a\": \"\t\",",
                "{\"a\": \"\n\",",
                "{\"a\": \"\\x\",",
                "{\"a\": \"\\u12\",",
                "{/* c */",
                "{// c\n"
            })
    void what_only_lenient_readers_take_for_json_is_refused(String beginning) {
        for (Fixtures fixture : Fixtures.values()) {
            refuses(fixture, (beginning + fixture.text().substring(1)).getBytes(UTF_8));
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        List<String> sequences = List.of(
                "\u0080", // a continuation byte alone
                "\u00c3(", // a lead byte without continuation
                "\u00c0\u0080", // NUL, overlong
                "\u00c1\u00a1", // 'a', overlong
                "\u00e0\u0080\u00af", // '/', overlong
                "\u00f0\u0080\u0080\u00af", // '/', overlong
                "\u00ed\u00a0\u0080", // a surrogate
                "\u00f4\u0090\u0080\u0080", // beyond U+10FFFF
                "\u00fe",
                "\u00ff");
        for (String sequence : sequences) {
            String value = "{\"x\": \"" + sequence + "\",";
            String name = "{\"x" + sequence + "\": 1,";
            for (String beginning : List.of(value, name)) {
                refuses(
                        Fixtures.OCI_MANIFEST,
                        latin1(beginning + Fixtures.OCI_MANIFEST.text().substring(1)));
                refuses(
                        Fixtures.IMAGE_CONFIG,
                        latin1(beginning + Fixtures.IMAGE_CONFIG.text().substring(1)));
            }
        }
    }

    @Test
    void a_field_name_in_overlong_utf_8_is_not_taken_for_the_field() {
        String document = Fixtures.OCI_INDEX.text().replace("\"manifests\"", "\"m\u00c1\u00a1nifests\"");

        refuses(Fixtures.OCI_INDEX, latin1(document));
    }

    @Test
    void other_encodings_are_refused_because_json_is_utf_8() {
        for (Charset charset : List.of(UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"))) {
            for (Fixtures fixture : Fixtures.values()) {
                refuses(fixture, fixture.text().getBytes(charset));
                refuses(fixture, ("\ufeff" + fixture.text()).getBytes(charset));
            }
        }
    }

    /** RFC 8259, section 8.1: a reader may ignore a byte order mark or call it an error. */
    @ParameterizedTest
    @EnumSource
    void a_byte_order_mark_is_ignored_or_refused(Fixtures fixture) {
        byte[] marked = ("\ufeff" + fixture.text()).getBytes(UTF_8);
        if (parses(fixture, marked)) {
            assertThat(Fixtures.parts(fixture.read(marked))).isEqualTo(Fixtures.parts(fixture.read(fixture.bytes())));
        }
        refuses(fixture, ("\ufeff\ufeff" + fixture.text()).getBytes(UTF_8));
        refuses(fixture, ("{\ufeff" + fixture.text().substring(1)).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 2_000_000})
    void deep_nesting_is_refused_without_an_overflow(int depth) {
        for (Fixtures fixture : List.of(Fixtures.OCI_INDEX, Fixtures.IMAGE_CONFIG)) {
            String rest = fixture.text().substring(1);
            refuses(fixture, ("{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "," + rest).getBytes(UTF_8));
            refuses(
                    fixture,
                    ("{\"x\":" + "{\"x\":".repeat(depth) + "1" + "}".repeat(depth) + "," + rest).getBytes(UTF_8));
            refuses(fixture, ("{\"x\":" + "[".repeat(depth)).getBytes(UTF_8));
            refuses(fixture, "[".repeat(depth).getBytes(UTF_8));
        }
    }

    @Test
    void moderate_nesting_is_read() {
        String document = "{\"x\":" + "[".repeat(40) + "]".repeat(40) + ","
                + Fixtures.OCI_INDEX.text().substring(1);

        assertThat(Fixtures.parts(Manifest.parse("", document.getBytes(UTF_8))))
                .isEqualTo(Fixtures.parts(Fixtures.OCI_INDEX.manifest()));
    }

    @Test
    void a_huge_index_is_read_completely() {
        StringBuilder document = new StringBuilder("{\"manifests\": [");
        int entries = 30_000;
        for (int i = 0; i < entries; i++) {
            document.append(i == 0 ? "" : ",")
                    .append("{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"size\":")
                    .append(i)
                    .append(",\"digest\":\"sha256:")
                    .append(String.format("%064x", i))
                    .append("\"}");
        }
        Manifest index = Manifest.parse("", document.append("]}").toString().getBytes(UTF_8));

        assertThat(index.children()).hasSize(entries);
        assertThat(index.children().get(entries - 1).digest().encoded()).endsWith(Integer.toHexString(entries - 1));
    }

    @Test
    void huge_numbers_names_and_texts_do_not_hang() {
        String rest = Fixtures.OCI_MANIFEST.text().substring(1);
        String digits = "9".repeat(1_000_000);

        settles(("{\"x\": " + digits + "," + rest).getBytes(UTF_8));
        settles(("{\"x\": 1e" + digits + "," + rest).getBytes(UTF_8));
        settles(("{\"x\": 1e999999999," + rest).getBytes(UTF_8));
        settles(("{\"x\": 0." + digits + "," + rest).getBytes(UTF_8));
        settles(("{\"" + digits + "\": 1," + rest).getBytes(UTF_8));
        settles(("{\"x\": \"" + digits + "\"," + rest).getBytes(UTF_8));
        refuses(
                Fixtures.OCI_MANIFEST,
                Fixtures.OCI_MANIFEST.text().replace("7023", digits).getBytes(UTF_8));
        refuses(
                Fixtures.OCI_MANIFEST,
                Fixtures.OCI_MANIFEST.text().replace("7023", "1e999999999").getBytes(UTF_8));
    }

    @Test
    void many_different_names_do_not_hang() {
        StringBuilder document = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            document.append("\"n").append(i * 31L).append("\":0,");
        }
        settles(document.append(Fixtures.OCI_MANIFEST.text().substring(1))
                .toString()
                .getBytes(UTF_8));
    }

    @Test
    void a_refusal_shows_nothing_of_a_configuration_beyond_the_place() {
        String secret = "swordfish-5174";
        for (String broken :
                List.of("[\"TOKEN=" + secret + "\", 1]", "\"" + secret + "\"", "{\"TOKEN\": \"" + secret + "\"}")) {
            assertThatExceptionOfType(MalformedDocumentException.class)
                    .isThrownBy(() -> ImageConfig.parse(Fixtures.IMAGE_CONFIG.with("/config/Env", broken)))
                    .satisfies(
                            e -> assertThat(e.toString()).doesNotContain(secret).contains("Env"));
        }
    }

    @Test
    void a_refusal_quotes_nothing_of_a_document_that_is_no_json() {
        String text = Fixtures.IMAGE_CONFIG.text();
        String secret = "swordfish-5174";
        for (String broken : List.of(
                text.replace("\"TOKEN=" + secret + "\"", secret),
                text.replace("\"TOKEN=" + secret + "\"", "\"TOKEN=" + secret),
                text.replace("\"Volumes\"", "\"" + secret + "\": 1, \"" + secret + "\""),
                text + secret,
                text + "\"" + secret + "\"",
                "\"" + secret + "\"",
                "{\"a\": " + "[".repeat(100) + "\"" + secret + "\"" + "]".repeat(100) + "}")) {
            assertThatExceptionOfType(MalformedDocumentException.class)
                    .isThrownBy(() -> ImageConfig.parse(broken.getBytes(UTF_8)))
                    .satisfies(e -> assertThat(e.toString())
                            .contains("configuration")
                            .doesNotContain("sword")
                            .doesNotContain("5174"));
        }
    }

    @Test
    void a_refusal_says_where_the_document_is_broken() {
        assertThatExceptionOfType(MalformedDocumentException.class)
                .isThrownBy(() -> Manifest.parse("", "{\n  \"manifests\": [}".getBytes(UTF_8)))
                .withMessageContaining("line 2")
                .withMessageContaining("column");
    }

    /** OCI distribution spec 1.1: registries take manifests of at least 4 MiB. */
    @Test
    void a_manifest_of_more_than_4_mib_in_one_text_is_read() {
        String large = "x".repeat(5 << 20);
        Manifest manifest =
                Manifest.parse("", Fixtures.OCI_MANIFEST.with("/annotations/com.example.key1", "\"" + large + "\""));

        assertThat(manifest.annotations()).containsEntry("com.example.key1", large);
    }

    @Test
    void characters_of_every_length_in_utf_8_are_kept() {
        String text = "a\u00e9\u540d\ud83d\ude00\ufffd";
        Manifest manifest =
                Manifest.parse("", Fixtures.OCI_MANIFEST.with("/annotations/com.example.key1", "\"" + text + "\""));

        assertThat(manifest.annotations()).containsEntry("com.example.key1", text);
    }

    private static boolean parses(Fixtures fixture, byte[] document) {
        try {
            return fixture.read(document) != null;
        } catch (MalformedDocumentException refused) {
            return false;
        }
    }

    private static void settles(byte[] document) {
        if (parses(Fixtures.OCI_MANIFEST, document)) {
            assertThat(Fixtures.parts(Fixtures.OCI_MANIFEST.read(document)))
                    .isEqualTo(Fixtures.parts(Fixtures.OCI_MANIFEST.manifest()));
        }
    }

    private static byte[] latin1(String bytes) {
        return bytes.getBytes(ISO_8859_1);
    }

    private static void refuses(Fixtures fixture, byte[] document) {
        assertThatExceptionOfType(MalformedDocumentException.class)
                .as(() -> fixture + ": " + new String(document, 0, Math.min(document.length, 200), UTF_8))
                .isThrownBy(() -> fixture.read(document))
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(2_500).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+"));
    }
}
