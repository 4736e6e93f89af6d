package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.manifest.Manifest.Kind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the kind is found from what the server said, what the document says and what it looks like. */
class ManifestMediaTypeTest {
    private static final String DESCRIPTOR = "{\"mediaType\": \"a/b\", \"size\": 1, \"digest\":"
            + " \"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text/plain",
                "text/plain; charset=utf-8",
                "TEXT/Plain",
                "application/json",
                "application/json;charset=UTF-8",
                "application/octet-stream",
                "binary/octet-stream"
            })
    void a_served_type_that_says_nothing_yields_to_the_documents_own(String served) {
        for (Fixtures fixture : Fixtures.values()) {
            if (fixture.text().contains("\"" + fixture.mediaType() + "\"")) {
                assertThat(Fixtures.parts(Manifest.parse(served, fixture.bytes())))
                        .as("%s served as '%s'", fixture, served)
                        .isEqualTo(Fixtures.parts(fixture.manifest()));
            }
        }
    }

    @Test
    void without_any_type_the_shape_counts() {
        Manifest image = Manifest.parse("", Fixtures.DOCKER_MANIFEST.without("/mediaType"));
        Manifest index = Manifest.parse("text/plain", Fixtures.DOCKER_LIST.without("/mediaType"));
        Manifest legacy = Manifest.parse("application/json", Fixtures.SCHEMA1_SIGNED.bytes());

        assertThat(image.kind()).isEqualTo(Kind.IMAGE);
        assertThat(image.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(image.blobs()).isEqualTo(Fixtures.DOCKER_MANIFEST.manifest().blobs());
        assertThat(index.kind()).isEqualTo(Kind.INDEX);
        assertThat(index.mediaType()).isEqualTo("application/vnd.oci.image.index.v1+json");
        assertThat(index.children()).isEqualTo(Fixtures.DOCKER_LIST.manifest().children());
        assertThat(legacy.kind()).isEqualTo(Kind.SCHEMA1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"schemaVersion\": 2}", "{\"tags\": []}", "{\"errors\": []}", "{\"manifests\": null}"})
    void a_document_of_no_known_shape_is_refused(String document) {
        refuses("", document);
        for (String type : MediaTypes.manifests()) {
            if (!type.equals(MediaTypes.OCI_ARTIFACT)) {
                refuses(type, document);
            }
        }
    }

    @Test
    void a_refusal_says_which_shapes_are_known() {
        assertThatExceptionOfType(MalformedDocumentException.class)
                .isThrownBy(() -> Manifest.parse("application/json", bytes("{\"errors\": []}")))
                .withMessageContaining("manifests")
                .withMessageContaining("config")
                .withMessageContaining("fsLayers");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMAGE_CONFIG")
    void parameters_and_case_of_the_served_type_do_not_count(Fixtures fixture) {
        String odd = "  " + fixture.mediaType().toUpperCase(Locale.ROOT) + " ; charset=utf-8;v=\"1;2\"";

        assertThat(Fixtures.parts(Manifest.parse(odd, fixture.bytes()))).isEqualTo(Fixtures.parts(fixture.manifest()));
    }

    @Test
    void parameters_of_the_documents_own_type_do_not_count() {
        byte[] document =
                Fixtures.OCI_INDEX.with("/mediaType", "\"application/vnd.oci.image.index.v1+json; charset=utf-8\"");

        assertThat(Manifest.parse("", document).mediaType()).isEqualTo("application/vnd.oci.image.index.v1+json");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMAGE_CONFIG")
    void a_served_type_that_contradicts_the_document_is_refused(Fixtures fixture) {
        for (String served : MediaTypes.manifests()) {
            boolean both = served.startsWith("application/vnd.docker.distribution.manifest.v1+")
                    && fixture == Fixtures.SCHEMA1_SIGNED;
            if (!served.equals(fixture.mediaType()) && !both) {
                refuses(served, fixture.text());
            }
        }
    }

    @Test
    void both_names_of_schema_1_mean_the_same() {
        String plain = "application/vnd.docker.distribution.manifest.v1+json";
        String signed = "application/vnd.docker.distribution.manifest.v1+prettyjws";
        String fields = "\"fsLayers\": [{\"blobSum\": \"md5:00\"}]}";

        assertThat(Manifest.parse(signed, bytes("{\"mediaType\": \"" + plain + "\", " + fields))
                        .mediaType())
                .isEqualTo(signed);
        assertThat(Manifest.parse(plain, bytes("{\"mediaType\": \"" + signed + "\", " + fields))
                        .kind())
                .isEqualTo(Kind.SCHEMA1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/png",
                "application/vnd.oci.image.config.v1+json",
                "application/vnd.oci.image.manifest.v2+json",
                "application/vnd.oci.image.layer.v1.tar+gzip",
                "garbage",
                "*/*",
                "application/vnd.oci.image.index.v1+json, application/json"
            })
    void a_type_that_is_no_manifests_is_refused_wherever_it_stands(String type) {
        refuses(type, Fixtures.OCI_MANIFEST.text());
        refuses(type, "{\"config\": " + DESCRIPTOR + ", \"layers\": []}");
        refuses("", new String(Fixtures.OCI_MANIFEST.with("/mediaType", "\"" + type + "\""), UTF_8));
        refuses(
                "application/vnd.oci.image.manifest.v1+json",
                new String(Fixtures.OCI_MANIFEST.with("/mediaType", "\"" + type + "\""), UTF_8));
    }

    @Test
    void a_foreign_type_is_shown_escaped_and_shortened() {
        String hostile = "text/\u001b[31m\u2028\n" + "x".repeat(100_000);

        assertThatExceptionOfType(MalformedDocumentException.class)
                .isThrownBy(() -> Manifest.parse(hostile, Fixtures.OCI_MANIFEST.bytes()))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("text/")
                        .hasSizeLessThan(1_000)
                        .matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+"));
    }

    @ParameterizedTest
    @CsvSource({"0", "1.5", "true", "[]", "{}"})
    void an_own_type_that_is_no_text_is_refused(String json) {
        byte[] document = Fixtures.OCI_MANIFEST.with("/mediaType", json);

        refuses("", new String(document, UTF_8));
        refuses(Fixtures.OCI_MANIFEST.mediaType(), new String(document, UTF_8));
    }

    @Test
    void an_own_type_of_null_counts_as_absent() {
        assertThat(Manifest.parse("", Fixtures.OCI_INDEX.with("/mediaType", "null"))
                        .kind())
                .isEqualTo(Kind.INDEX);
    }

    private static void refuses(String served, String document) {
        assertThatExceptionOfType(MalformedDocumentException.class)
                .as("%s served as '%s'", document, served)
                .isThrownBy(() -> Manifest.parse(served, bytes(document)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
