package io.github.registryclient.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SampleImagesTest {
    private final SampleImages images = SampleImages.seeded(4);

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        String once = images.nestedIndex().json() + images.buildCache().json();
        SampleImages again = SampleImages.seeded(4);
        SampleImages other = SampleImages.seeded(5);

        assertThat(again.nestedIndex().json() + again.buildCache().json()).isEqualTo(once);
        assertThat(other.nestedIndex().json())
                .isNotEqualTo(SampleImages.seeded(4).nestedIndex().json());
    }

    @Test
    void an_image_is_written_byte_for_byte_as_the_specification_has_it() {
        SampleManifest image = images.image(ImageSpec.defaults().withLayers(1, 5));
        SampleBlob config = image.config().orElseThrow();
        SampleBlob layer = image.layers().get(0);

        assertThat(image.json())
                .isEqualTo("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                        + "\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                        + config.digest() + "\",\"size\":" + config.bytes().length + "},"
                        + "\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\""
                        + layer.digest() + "\",\"size\":5}]}");
    }

    @Test
    void a_digest_is_the_sha256_of_the_bytes() {
        assertThat(new SampleBlob("text/plain", "abc".getBytes(StandardCharsets.UTF_8)).digest())
                .as("FIPS 180-2, appendix B.1")
                .hasToString("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_configuration_says_what_the_image_was_described_with() {
        SampleManifest image = images.image(ImageSpec.defaults()
                .createdAt(Instant.parse("2020-01-02T03:04:05Z"))
                .onPlatform("windows", "arm64")
                .withLabel("quoted", "a \"b\" \\ \n c"));

        ImageConfig config = ImageConfig.parse(image.config().orElseThrow().bytes());
        assertThat(config.created()).contains(Instant.parse("2020-01-02T03:04:05Z"));
        assertThat(config.platform().name()).isEqualTo("windows/arm64");
        assertThat(config.labels()).containsEntry("quoted", "a \"b\" \\ \n c");
        assertThat(config.diffIds()).containsExactly(image.layers().get(0).digest());
    }

    @Test
    void every_kind_is_what_it_is_called() {
        SampleManifest image = images.image();
        assertThat(parsed(images.dockerImage(ImageSpec.defaults())).kind()).isEqualTo(Manifest.Kind.IMAGE);
        assertThat(parsed(images.twoPlatformIndex()).children()).hasSize(2);
        assertThat(parsed(images.twoPlatformDockerList()).children()).hasSize(2);
        assertThat(parsed(images.nestedIndex()).children().get(0).mediaType()).contains("index");
        assertThat(parsed(images.indexWithAttestation()).children().get(1).annotations())
                .containsKey("vnd.docker.reference.digest");
        assertThat(parsed(images.buildCache()).children()).isEmpty();
        assertThat(parsed(images.buildCache()).blobs()).hasSize(3);
        assertThat(parsed(images.referrer(image, "text/x"))
                        .subject()
                        .orElseThrow()
                        .digest())
                .isEqualTo(image.digest());
    }

    @Test
    void a_history_has_dated_tags_and_shares_digests() {
        SampleRepository history = SampleLayouts.ciHistory(images, "team/app", 12);

        assertThat(history.tags()).hasSize(13).containsKey(Tag.of("1.0.0-201806041925053"));
        assertThat(history.tags().keySet().stream().map(Tag::toString).filter(tag -> !tag.equals("latest")))
                .allMatch(Pattern.compile("1\\.[01]\\.0-\\d{15}").asMatchPredicate());
        assertThat(List.copyOf(history.tags().values()).subList(2, 4).stream().distinct())
                .hasSize(1);
        assertThat(history.manifests()).hasSize(9);
    }

    @Test
    void a_moved_tag_leaves_a_leftover() {
        SampleManifest old = images.image();
        SampleManifest now = images.image();
        SampleRepository repository = SampleRepository.named("a")
                .tag("latest", old)
                .tag("latest", now)
                .build();

        assertThat(repository.manifest("latest")).isSameAs(now);
        assertThat(repository.untagged()).containsExactly(old);
        assertThatThrownBy(() -> repository.manifest("1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("latest");
    }

    private static Manifest parsed(SampleManifest manifest) {
        return Manifest.parse(manifest.mediaType(), manifest.bytes(), manifest.digest());
    }
}
