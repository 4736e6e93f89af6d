package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.MalformedDocumentException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field that is read, each under the same four questions: absent, null, of a wrong type, beside unknown ones. */
class DocumentFieldsTest {
    /** What the specification allows in a field, by values that are not of the type. */
    private enum Type {
        TEXT("1", "1.5", "true", "[]", "{}", "[\"a\"]"),
        DIGEST(
                "1",
                "true",
                "[]",
                "{}",
                "\"\"",
                "\"latest\"",
                "\"sha256:\"",
                "\"sha256:44136fa3\"",
                "\"sha256:44136FA355B3678A1146AD16F7E8649E94FB4FC21FE77E8310C060F61CAAFF8A\"",
                "\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\\n\"",
                "\"sha512:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"",
                "\"md5:../../a\""),
        SIZE(
                "\"1\"",
                "1.5",
                "1.0",
                "1e3",
                "true",
                "[]",
                "{}",
                "-1",
                "-9223372036854775808",
                "9223372036854775808",
                "18446744073709551616"),
        TEXTS("\"a\"", "1", "true", "{}", "[1]", "[null]", "[[]]", "[\"a\", {}]"),
        TEXT_MAP("\"a\"", "1", "true", "[]", "{\"a\": 1}", "{\"a\": true}", "{\"a\": []}", "{\"a\": {}}"),
        DESCRIPTOR("\"a\"", "1", "true", "[]", "{}"),
        OBJECT("\"a\"", "1", "true", "[]", "[{}]"),
        OBJECTS("\"a\"", "1", "true", "{}", "[\"a\"]", "[1]", "[null]", "[[]]"),
        DIGESTS("\"a\"", "1", "true", "{}", "[1]", "[\"a\"]", "[\"sha256:\"]", "[null]");

        @SuppressWarnings("ImmutableEnumChecker") // from List.of
        private final List<String> wrong;

        Type(String... wrong) {
            this.wrong = List.of(wrong);
        }
    }

    private static final class Field {
        private final Fixtures fixture;
        private final String pointer;
        private final Type type;

        private Field(Fixtures fixture, String pointer, Type type) {
            this.fixture = fixture;
            this.pointer = pointer;
            this.type = type;
        }

        @Override
        public String toString() {
            return fixture + " " + pointer;
        }
    }

    static Stream<Field> required() {
        return Stream.of(
                new Field(Fixtures.OCI_MANIFEST, "/config", Type.DESCRIPTOR),
                new Field(Fixtures.OCI_MANIFEST, "/config/mediaType", Type.TEXT),
                new Field(Fixtures.OCI_MANIFEST, "/config/digest", Type.DIGEST),
                new Field(Fixtures.OCI_MANIFEST, "/config/size", Type.SIZE),
                new Field(Fixtures.OCI_MANIFEST, "/layers/1/mediaType", Type.TEXT),
                new Field(Fixtures.OCI_MANIFEST, "/layers/1/digest", Type.DIGEST),
                new Field(Fixtures.OCI_MANIFEST, "/layers/1/size", Type.SIZE),
                new Field(Fixtures.OCI_MANIFEST, "/subject/mediaType", Type.TEXT),
                new Field(Fixtures.OCI_MANIFEST, "/subject/digest", Type.DIGEST),
                new Field(Fixtures.OCI_MANIFEST, "/subject/size", Type.SIZE),
                new Field(Fixtures.DOCKER_MANIFEST, "/config", Type.DESCRIPTOR),
                new Field(Fixtures.DOCKER_MANIFEST, "/layers/0/digest", Type.DIGEST),
                new Field(Fixtures.OCI_INDEX, "/manifests", Type.OBJECTS),
                new Field(Fixtures.OCI_INDEX, "/manifests/2/mediaType", Type.TEXT),
                new Field(Fixtures.OCI_INDEX, "/manifests/2/digest", Type.DIGEST),
                new Field(Fixtures.OCI_INDEX, "/manifests/2/size", Type.SIZE),
                new Field(Fixtures.DOCKER_LIST, "/manifests", Type.OBJECTS),
                new Field(Fixtures.OCI_ARTIFACT, "/blobs/0/digest", Type.DIGEST),
                new Field(Fixtures.SCHEMA1_SIGNED, "/fsLayers", Type.OBJECTS),
                new Field(Fixtures.SCHEMA1_SIGNED, "/fsLayers/1/blobSum", Type.DIGEST));
    }

    static Stream<Field> optional() {
        return Stream.of(
                new Field(Fixtures.OCI_MANIFEST, "/layers", Type.OBJECTS),
                new Field(Fixtures.OCI_MANIFEST, "/subject", Type.DESCRIPTOR),
                new Field(Fixtures.OCI_MANIFEST, "/annotations", Type.TEXT_MAP),
                new Field(Fixtures.OCI_REFERRER, "/artifactType", Type.TEXT),
                new Field(Fixtures.OCI_REFERRER, "/layers/0/artifactType", Type.TEXT),
                new Field(Fixtures.OCI_REFERRER, "/layers/0/annotations", Type.TEXT_MAP),
                new Field(Fixtures.OCI_INDEX, "/annotations", Type.TEXT_MAP),
                new Field(Fixtures.OCI_INDEX, "/manifests/1/annotations", Type.TEXT_MAP),
                new Field(Fixtures.OCI_INDEX, "/manifests/1/platform", Type.OBJECT),
                new Field(Fixtures.OCI_INDEX, "/manifests/1/platform/os", Type.TEXT),
                new Field(Fixtures.OCI_INDEX, "/manifests/1/platform/architecture", Type.TEXT),
                new Field(Fixtures.OCI_INDEX, "/manifests/1/platform/variant", Type.TEXT),
                new Field(Fixtures.OCI_INDEX, "/manifests/2/platform/os.version", Type.TEXT),
                new Field(Fixtures.OCI_INDEX, "/manifests/2/platform/os.features", Type.TEXTS),
                new Field(Fixtures.OCI_ARTIFACT, "/blobs", Type.OBJECTS),
                new Field(Fixtures.OCI_ARTIFACT, "/artifactType", Type.TEXT),
                new Field(Fixtures.OCI_ARTIFACT, "/subject", Type.DESCRIPTOR),
                new Field(Fixtures.OCI_ARTIFACT, "/annotations", Type.TEXT_MAP),
                new Field(Fixtures.FOREIGN_LAYERS, "/layers/0/urls", Type.TEXTS),
                new Field(Fixtures.IMAGE_CONFIG, "/created", Type.TEXT),
                new Field(Fixtures.IMAGE_CONFIG, "/os", Type.TEXT),
                new Field(Fixtures.IMAGE_CONFIG, "/architecture", Type.TEXT),
                new Field(Fixtures.IMAGE_CONFIG, "/variant", Type.TEXT),
                new Field(Fixtures.IMAGE_CONFIG, "/config", Type.OBJECT),
                new Field(Fixtures.IMAGE_CONFIG, "/config/Labels", Type.TEXT_MAP),
                new Field(Fixtures.IMAGE_CONFIG, "/config/Env", Type.TEXTS),
                new Field(Fixtures.IMAGE_CONFIG, "/rootfs", Type.OBJECT),
                new Field(Fixtures.IMAGE_CONFIG, "/rootfs/diff_ids", Type.DIGESTS));
    }

    static Stream<Field> all() {
        return Stream.concat(required(), optional());
    }

    /** Fields of the specifications that nothing is read from: whatever they hold, the document stays readable. */
    static Stream<Field> unread() {
        return Stream.of(
                new Field(Fixtures.OCI_MANIFEST, "/schemaVersion", Type.TEXT),
                new Field(Fixtures.OCI_INDEX, "/schemaVersion", Type.TEXT),
                new Field(Fixtures.OCI_REFERRER, "/config/data", Type.TEXT),
                new Field(Fixtures.DOCKER_LIST, "/manifests/1/platform/features", Type.TEXTS),
                new Field(Fixtures.SCHEMA1_SIGNED, "/signatures", Type.OBJECTS),
                new Field(Fixtures.IMAGE_CONFIG, "/author", Type.TEXT),
                new Field(Fixtures.IMAGE_CONFIG, "/history", Type.OBJECTS),
                new Field(Fixtures.IMAGE_CONFIG, "/config/ExposedPorts", Type.OBJECT));
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_required_field_that_is_absent_is_refused(Field field) {
        refuses(field, field.fixture.without(field.pointer));
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_required_field_that_is_null_is_refused(Field field) {
        refuses(field, field.fixture.with(field.pointer, "null"));
    }

    @ParameterizedTest
    @MethodSource("optional")
    void an_optional_field_may_be_absent_and_what_it_said_is_then_missing(Field field) {
        Object whole = field.fixture.read(field.fixture.bytes());
        Object absent = field.fixture.read(field.fixture.without(field.pointer));

        assertThat(Fixtures.parts(absent)).isNotEqualTo(Fixtures.parts(whole));
    }

    @ParameterizedTest
    @MethodSource("optional")
    void an_optional_field_that_is_null_counts_as_absent(Field field) {
        Object absent = field.fixture.read(field.fixture.without(field.pointer));
        Object isNull = field.fixture.read(field.fixture.with(field.pointer, "null"));

        assertThat(Fixtures.parts(isNull)).isEqualTo(Fixtures.parts(absent));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_field_of_a_wrong_type_is_refused_whatever_it_is(Field field) {
        for (String wrong : field.type.wrong) {
            refuses(field, field.fixture.with(field.pointer, wrong));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void unknown_neighbours_are_ignored(Field field) {
        Object whole = field.fixture.read(field.fixture.bytes());
        Object withNeighbour = field.fixture.read(field.fixture.withNeighbour(field.pointer));

        assertThat(Fixtures.parts(withNeighbour)).isEqualTo(Fixtures.parts(whole));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_field_that_only_go_would_read_is_refused(Field field) {
        String name = field.pointer.substring(field.pointer.lastIndexOf('/') + 1);
        for (String variant : goSpellings(name)) {
            ObjectNode alone = field.fixture.tree();
            ObjectNode parent = (ObjectNode) alone.at(field.pointer.substring(0, field.pointer.lastIndexOf('/')));
            parent.set(variant, parent.remove(name));

            refuses(field, Fixtures.write(alone));
        }
    }

    /** Go's {@code encoding/json} matches names without case, by Unicode's simple folding: also the long s and Kelvin's K. */
    private static List<String> goSpellings(String name) {
        return Stream.of(
                        name.toUpperCase(Locale.ROOT),
                        name.toLowerCase(Locale.ROOT),
                        name.replace('s', '\u017f'),
                        name.replace('k', '\u212a'))
                .filter(variant -> !variant.equals(name))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("unread")
    void fields_that_nothing_is_read_from_may_hold_anything(Field field) {
        for (String value : List.of("null", "true", "-1.5", "\"a\"", "[{}]", "{\"a\": []}")) {
            byte[] document = field.fixture.with(field.pointer, value);
            assertThatCode(() -> field.fixture.read(document)).as(value).doesNotThrowAnyException();
        }
    }

    private static void refuses(Field field, byte[] document) {
        assertThatExceptionOfType(MalformedDocumentException.class)
                .as(() -> field + ": " + new String(document, UTF_8))
                .isThrownBy(() -> field.fixture.read(document))
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(1_000).doesNotContain("\n"));
    }
}
