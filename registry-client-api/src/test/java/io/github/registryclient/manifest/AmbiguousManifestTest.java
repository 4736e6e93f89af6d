package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.MalformedDocumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that two readers could understand differently is refused: CVE-2021-41190. */
class AmbiguousManifestTest {
    @ParameterizedTest
    @CsvSource({
        "OCI_MANIFEST, manifests, OCI_INDEX, manifests",
        "OCI_MANIFEST, fsLayers, SCHEMA1_SIGNED, fsLayers",
        "DOCKER_MANIFEST, manifests, DOCKER_LIST, manifests",
        "DOCKER_MANIFEST, fsLayers, SCHEMA1_SIGNED, fsLayers",
        "OCI_INDEX, config, OCI_MANIFEST, config",
        "OCI_INDEX, layers, OCI_MANIFEST, layers",
        "OCI_INDEX, fsLayers, SCHEMA1_SIGNED, fsLayers",
        "DOCKER_LIST, config, DOCKER_MANIFEST, config",
        "DOCKER_LIST, layers, DOCKER_MANIFEST, layers",
        "SCHEMA1_SIGNED, manifests, OCI_INDEX, manifests",
        "SCHEMA1_SIGNED, config, OCI_MANIFEST, config",
        "SCHEMA1_SIGNED, layers, OCI_MANIFEST, layers",
        "OCI_ARTIFACT, manifests, OCI_INDEX, manifests",
        "OCI_ARTIFACT, config, OCI_MANIFEST, config",
        "OCI_ARTIFACT, layers, OCI_MANIFEST, layers",
        "OCI_ARTIFACT, fsLayers, SCHEMA1_SIGNED, fsLayers"
    })
    void a_document_with_parts_of_two_kinds_is_refused(Fixtures base, String field, Fixtures donor, String part) {
        ObjectNode both = base.tree();
        both.set(field, donor.tree().get(part));
        ObjectNode untyped = both.deepCopy();
        untyped.remove("mediaType");

        refuses(base.mediaType(), Fixtures.write(both));
        refuses("", Fixtures.write(both));
        refuses(base.mediaType(), Fixtures.write(untyped));
        if (base != Fixtures.OCI_ARTIFACT) {
            refuses("", Fixtures.write(untyped));
        }
    }

    @ParameterizedTest
    @CsvSource({"OCI_MANIFEST, manifests", "OCI_INDEX, layers", "OCI_INDEX, config", "SCHEMA1_SIGNED, layers"})
    void a_part_of_another_kind_that_is_null_counts_as_absent(Fixtures base, String field) {
        ObjectNode document = base.tree();
        document.putNull(field);

        assertThat(Fixtures.parts(base.read(Fixtures.write(document)))).isEqualTo(Fixtures.parts(base.manifest()));
    }

    @ParameterizedTest
    @CsvSource({"OCI_MANIFEST, manifests", "OCI_INDEX, layers", "DOCKER_LIST, fsLayers"})
    void an_empty_part_of_another_kind_is_refused_as_well(Fixtures base, String field) {
        ObjectNode document = base.tree();
        document.putArray(field);

        refuses(base.mediaType(), Fixtures.write(document));
    }

    @Test
    void repeated_fields_are_refused_on_every_level() {
        refusesRepeated(Fixtures.OCI_INDEX, "\"schemaVersion\": 2", "\"schemaVersion\": 2, \"schemaVersion\": 2");
        refusesRepeated(Fixtures.OCI_INDEX, "\"manifests\":", "\"manifests\": [], \"manifests\":");
        refusesRepeated(Fixtures.OCI_INDEX, "\"manifests\":", "\"manifests\": null, \"m\\u0061nifests\":");
        refusesRepeated(Fixtures.OCI_INDEX, "\"size\": 7143", "\"size\": 7143, \"size\": 7143");
        refusesRepeated(Fixtures.OCI_INDEX, "\"os\": \"windows\"", "\"os\": \"windows\", \"os\": \"linux\"");
        refusesRepeated(
                Fixtures.OCI_MANIFEST, "\"com.example.key1\":", "\"com.example.key1\": \"\", \"com.example.key1\":");
        refusesRepeated(Fixtures.OCI_MANIFEST, "\"config\":", "\"unknown\": {\"a\": 1, \"a\": 2}, \"config\":");
        refusesRepeated(Fixtures.IMAGE_CONFIG, "\"Labels\":", "\"Labels\": {}, \"Labels\":");
    }

    @ParameterizedTest
    @CsvSource({"OCI_INDEX, manifests, Manifests", "OCI_INDEX, manifests, MANIFESTS", "OCI_MANIFEST, layers, Layers"})
    void fields_that_differ_in_case_only_are_refused_because_go_reads_them_as_one(
            Fixtures base, String field, String variant) {
        ObjectNode document = base.tree();
        document.set(variant, document.get(field).deepCopy());
        document.putArray(field);

        refuses(base.mediaType(), Fixtures.write(document));
    }

    private static void refusesRepeated(Fixtures fixture, String once, String twice) {
        String document = fixture.text();
        assertThat(document).contains(once);
        assertThatExceptionOfType(MalformedDocumentException.class)
                .as("%s with %s", fixture, twice)
                .isThrownBy(
                        () -> fixture.read(document.replaceFirst(Pattern.quote(once), Matcher.quoteReplacement(twice))
                                .getBytes(UTF_8)));
    }

    private static void refuses(String served, byte[] document) {
        assertThatExceptionOfType(MalformedDocumentException.class)
                .as("%s served as '%s'", new String(document, UTF_8), served)
                .isThrownBy(() -> Manifest.parse(served, document));
    }
}
