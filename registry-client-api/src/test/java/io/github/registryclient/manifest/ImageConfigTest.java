package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageConfigTest {
    @Test
    void tells_what_the_builder_claimed() {
        ImageConfig config = ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes());

        assertThat(config.created()).contains(Instant.ofEpochSecond(1_446_330_176L, 15_925_234L));
        assertThat(config.createdText()).contains("2015-10-31T22:22:56.015925234Z");
        assertThat(config.platform().name()).isEqualTo("linux/arm64/v8");
        assertThat(config.labels())
                .hasSize(2)
                .containsEntry("com.example.project.git.url", "https://example.com/project.git")
                .containsEntry("com.example.project.git.commit", "45a939b2999782a3f005621a8d0f29aa387e1d6b");
        assertThat(config.environment()).hasSize(3).contains("FOO=oci_is_a");
        assertThat(config.diffIds())
                .extracting(digest -> digest.encoded().substring(0, 6))
                .containsExactly("c6f988", "5f70bf");
    }

    @Test
    void keeps_its_bytes_and_their_digest() {
        ImageConfig empty = ImageConfig.parse("{}".getBytes(UTF_8));

        assertThat(empty.digest())
                .hasToString("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(empty.bytes()).asString(UTF_8).isEqualTo("{}");
    }

    @Test
    void an_empty_configuration_has_empty_parts() {
        ImageConfig empty = ImageConfig.parse("{}".getBytes(UTF_8));

        assertThat(empty.created()).isEmpty();
        assertThat(empty.createdText()).isEmpty();
        assertThat(empty.platform().os()).isEmpty();
        assertThat(empty.platform().architecture()).isEmpty();
        assertThat(empty.labels()).isEmpty();
        assertThat(empty.environment()).isEmpty();
        assertThat(empty.diffIds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0, 0",
        "2018-06-04T19:25:05Z, 1528140305, 0",
        "2018-06-04T21:25:05+02:00, 1528140305, 0",
        "2018-06-04T13:55:05-05:30, 1528140305, 0",
        "2018-06-04T19:25:05.053Z, 1528140305, 53000000",
        "2018-06-04T19:25:05.000000001Z, 1528140305, 1",
        "2018-06-04T19:25:05.999999999+00:00, 1528140305, 999999999",
        "2018-06-04T19:25:05.1234567899Z, 1528140305, 123456789",
        "2018-06-04T19:25:05.000000000000000000000Z, 1528140305, 0",
        "2018-06-04t19:25:05z, 1528140305, 0",
        "2018-06-04T19:25:05-00:00, 1528140305, 0",
        "0001-01-01T00:00:00Z, -62135596800, 0",
        "9999-12-31T23:59:59Z, 253402300799, 0"
    })
    void created_is_an_rfc_3339_date(String text, long seconds, long nanos) {
        ImageConfig config = created("\"" + text + "\"");

        assertThat(config.created()).contains(Instant.ofEpochSecond(seconds, nanos));
        assertThat(config.createdText()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "1528140305",
                "2018-06-04",
                "2018-06-04T19:25:05",
                "2018-06-04T19:25:05 UTC",
                "2018-13-04T19:25:05Z",
                "2018-02-30T19:25:05Z",
                "2018-06-04T24:00:00Z",
                "2018-06-04T25:25:05Z",
                "2018-6-4T19:25:05Z",
                "2018-06-04T19:25:05Z ",
                "2018-06-04T19:25:05Z[UTC]",
                "2018-06-04T19:25:05+99:00",
                "-0001-01-01T00:00:00Z",
                "+12018-06-04T19:25:05Z",
                "-999999999-01-01T00:00:00+18:00",
                "2018-06-04T19:25Z",
                "2018-06-04T19:25:05.Z",
                "2018-06-04T19:25:60Z",
                "2018-06-04T19:25:05,5Z",
                "2018-06-04T19:25:05+0200",
                "\u0662018-06-04T19:25:05Z",
                "2018-06-04T19:25:05+02:00:30",
                "Mon, 04 Jun 2018 19:25:05 GMT"
            })
    void a_created_that_is_none_is_kept_as_text_only(String text) {
        ImageConfig config = created("\"" + text + "\"");

        assertThat(config.created()).isEmpty();
        assertThat(config.createdText()).contains(text);
    }

    @Test
    void labels_of_null_are_no_labels_and_a_label_of_null_is_empty() {
        assertThat(ImageConfig.parse(Fixtures.IMAGE_CONFIG.with("/config/Labels", "null"))
                        .labels())
                .isEmpty();
        assertThat(ImageConfig.parse(Fixtures.IMAGE_CONFIG.with("/config/Labels", "{\"a\": null, \"b\": \"\"}"))
                        .labels())
                .hasSize(2)
                .containsEntry("a", "")
                .containsEntry("b", "");
    }

    @Test
    void maps_and_lists_keep_the_documents_order() {
        StringBuilder labels = new StringBuilder("{\"config\": {\"Labels\": {");
        String[] names = {"zeta", "alpha", "mu", "beta", "omega", "kappa", "eta", "xi", "phi", "chi"};
        for (String name : names) {
            labels.append(name.equals("zeta") ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":\"\"");
        }

        assertThat(ImageConfig.parse(labels.append("}}}").toString().getBytes(UTF_8))
                        .labels()
                        .keySet())
                .containsExactly(names);
    }

    @Test
    void the_environment_is_never_printed() {
        ImageConfig config = ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes());

        assertThat(config.environment()).contains("TOKEN=swordfish-5174");
        assertThat(config.toString())
                .doesNotContain("swordfish")
                .doesNotContain("TOKEN")
                .doesNotContain("FOO");
    }

    @Test
    void is_shown_with_digest_platform_and_date() {
        ImageConfig config = ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes());

        assertThat(config.toString())
                .contains(config.digest().toString(), "linux/arm64/v8", "2015-10-31T22:22:56.015925234Z");
        assertThat(ImageConfig.parse("{}".getBytes(UTF_8)).toString()).contains("unknown");
    }

    @Test
    void is_shown_on_one_line_whatever_it_claims() {
        String hostile = "\"\\n\\u001b[2J\\u202e" + "x".repeat(10_000) + "\"";
        for (String field : new String[] {"/created", "/os", "/architecture", "/variant"}) {
            assertThat(ImageConfig.parse(Fixtures.IMAGE_CONFIG.with(field, hostile))
                            .toString())
                    .as(field)
                    .hasSizeLessThan(3_000)
                    .matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
        }
    }

    @Test
    void is_equal_by_bytes() {
        ImageConfig config = ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes());

        assertThat(config)
                .isEqualTo(ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes()))
                .hasSameHashCodeAs(ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes()))
                .isNotEqualTo(ImageConfig.parse((Fixtures.IMAGE_CONFIG.text() + " ").getBytes(UTF_8)))
                .isNotEqualTo(null);
    }

    @Test
    void what_was_read_cannot_be_changed() {
        ImageConfig config = ImageConfig.parse(Fixtures.IMAGE_CONFIG.bytes());

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> config.labels().put("a", "b"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> config.environment().add("a"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> config.diffIds().clear());
    }

    private static ImageConfig created(String json) {
        return ImageConfig.parse(Fixtures.IMAGE_CONFIG.with("/created", json));
    }
}
