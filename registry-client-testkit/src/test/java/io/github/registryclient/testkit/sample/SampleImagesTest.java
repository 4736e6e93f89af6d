package io.github.registryclient.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void a_seed_gives_the_same_bytes_in_every_version_and_on_every_jvm() {
        assertThat(SampleImages.seeded(1).image().digest())
                .hasToString("sha256:3719e32aa91274ad399ea4173715059a62740ff235bf12d66988d6a23ad3e36f");
    }

    @Test
    void every_kind_follows_from_the_seed() {
        assertThat(everyKind(SampleImages.seeded(4)))
                .isEqualTo(everyKind(SampleImages.seeded(4)))
                .doesNotContainAnyElementsOf(everyKind(SampleImages.seeded(5)));
    }

    private static List<Digest> everyKind(SampleImages images) {
        SampleManifest image = images.image();
        SampleRepository repository = SampleRepository.named("a")
                .tag("image", image)
                .tag("docker", images.dockerImage(ImageSpec.defaults()))
                .tag("on", images.imageOn(image, ImageSpec.defaults()))
                .tag("index", images.twoPlatformIndex())
                .tag("list", images.twoPlatformDockerList())
                .tag("nested", images.nestedIndex())
                .tag("buildx", images.indexWithAttestation())
                .tag("cache", images.buildCache())
                .cosignTag(images, image)
                .fallbackTag(images, List.of(images.referrer(image, "application/spdx+json")))
                .untagged(images.referrer(image, "application/spdx+json"))
                .build();
        return repository.manifests().stream().map(SampleManifest::digest).collect(Collectors.toList());
    }

    @Test
    void an_image_on_another_one_begins_with_its_layers() {
        SampleManifest base = images.image(ImageSpec.defaults().withLayers(2, 10));

        SampleManifest image = images.imageOn(base, ImageSpec.defaults().withLayers(1, 10));

        assertThat(parsed(image).layers())
                .hasSize(3)
                .startsWith(parsed(base).layers().get(0), parsed(base).layers().get(1));
        assertThat(ImageConfig.parse(image.config().orElseThrow().bytes()).diffIds())
                .hasSize(3);
    }

    @Test
    void a_signature_stands_under_the_tag_of_what_it_signs_and_names_it() {
        SampleManifest image = images.image();
        String hex = image.digest().encoded();

        SampleRepository repository =
                SampleRepository.named("a").cosignTag(images, image).build();

        SampleManifest signature = repository.manifest("sha256-" + hex + ".sig");
        assertThat(new String(signature.layers().get(0).bytes(), StandardCharsets.UTF_8))
                .contains("\"docker-manifest-digest\":\"sha256:" + hex + "\"");
    }

    @Test
    void a_fallback_tag_lists_the_referrers_of_its_subject() {
        SampleManifest image = images.image();
        List<SampleManifest> referrers = List.of(images.referrer(image, "a/b"), images.referrer(image, "c/d"));

        SampleRepository repository =
                SampleRepository.named("a").fallbackTag(images, referrers).build();

        Manifest index = parsed(repository.manifest("sha256-" + image.digest().encoded()));
        assertThat(index.children())
                .extracting(Descriptor::digest)
                .containsExactly(referrers.get(0).digest(), referrers.get(1).digest());
        assertThat(index.children())
                .extracting(child -> child.artifactType().orElse(""))
                .containsExactly("a/b", "c/d");
    }

    @Test
    void what_is_deleted_is_pushed_and_then_not_there() {
        SampleManifest missing = images.image();
        SampleManifest index = images.index(List.of(images.image(), missing));

        SampleRepository repository =
                SampleRepository.named("a").tag("x", index).deleted(missing).build();

        assertThat(repository.manifests()).hasSize(2).doesNotContain(missing);
        assertThat(repository.everPushed()).hasSize(3).containsKey(missing.digest());
        assertThat(repository.blobs()).containsAll(missing.blobs());
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
