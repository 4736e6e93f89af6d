package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reading manifests of every kind, and configurations. */
interface ManifestContract extends ContractPart {
    @Test
    default void a_manifest_of_every_kind_is_read_byte_for_byte() {
        SampleImages images = registry().images("manifest-kinds");
        SampleManifest image = images.image(ImageSpec.defaults().withLayers(3, 100));
        SampleRepository repository = registry()
                .fill(
                        "manifest-kinds",
                        content -> content.tag("oci", image)
                                .tag("docker", images.dockerImage(ImageSpec.defaults()))
                                .tag("index", images.twoPlatformIndex())
                                .tag("list", images.twoPlatformDockerList())
                                .tag("nested", images.nestedIndex())
                                .tag("buildx", images.indexWithAttestation())
                                .cosignTag(images, image)
                                .untagged(images.referrer(image, "application/spdx+json")));

        repository.tagged().forEach((tag, pushed) -> assertSame(pushed, client().getManifest(repository.name(), tag)));
        for (SampleManifest pushed : repository.manifests()) {
            assertSame(pushed, client().getManifest(repository.name(), pushed.digest()));
        }
    }

    @Test
    default void the_blobs_in_a_build_cache_are_not_taken_for_manifests() {
        SampleManifest cache = registry().images("manifest-cache").buildCache();
        RepositoryName repository = registry().repository("manifest-cache");
        cache.blobs().forEach(blob -> registry().filler().pushBlob(repository, blob));
        Manifest parsed = Manifest.parse(cache.mediaType(), cache.bytes());
        if (registry().has(Departure.NO_BUILD_CACHE)) {
            assertThrows(ErrorResponseException.class, () -> client().putManifest(repository, Tag.of("cache"), parsed));
            return;
        }
        assertEquals(cache.digest(), client().putManifest(repository, Tag.of("cache"), parsed));

        Manifest read = client().getManifest(repository, Tag.of("cache"));

        assertArrayEquals(cache.bytes(), read.bytes());
        assertEquals(List.of(), read.children());
        assertEquals(
                digests(cache.layers()),
                read.blobs().stream().map(Descriptor::digest).collect(Collectors.toList()));
    }

    @Test
    default void a_manifest_that_is_not_there_is_not_found() {
        SampleRepository repository = registry()
                .fill(
                        "manifest-missing",
                        content -> content.tag(
                                "1", registry().images("manifest-missing").image()));

        assertThrows(NotFoundException.class, () -> client().getManifest(repository.name(), Tag.of("2")));
        assertThrows(NotFoundException.class, () -> client().getManifest(repository.name(), nobodys()));
        assertThrows(
                NotFoundException.class, () -> client().getManifest(registry().name("manifest-nowhere"), "1"));
    }

    @Test
    default void a_manifest_is_read_again_only_if_it_changed() {
        SampleImages images = registry().images("manifest-changed");
        SampleManifest before = images.image();
        SampleManifest after = images.twoPlatformIndex();
        SampleRepository repository = registry()
                .fill("manifest-changed", content -> content.tag("1", before).tag("2", after));

        assertEquals(Optional.empty(), client().getManifestIfChanged(repository.name(), Tag.of("1"), before.digest()));
        registry().filler().putManifest(repository.name(), Tag.of("1"), after);

        assertSame(
                after,
                client().getManifestIfChanged(repository.name(), Tag.of("1"), before.digest())
                        .orElseThrow());
        assertThrows(
                NotFoundException.class,
                () -> client().getManifestIfChanged(repository.name(), Tag.of("3"), before.digest()));
    }

    @Test
    default void a_configuration_says_what_the_image_was_built_with() {
        ImageSpec spec = ImageSpec.defaults()
                .createdAt(Instant.parse("2021-07-08T09:10:11.121314Z"))
                .onPlatform("linux", "ppc64le")
                .withLabel("org.opencontainers.image.title", "a \"title\"")
                .withLayers(2, 64);
        SampleManifest image = registry().images("manifest-config").image(spec);
        SampleRepository repository = registry().fill("manifest-config", content -> content.tag("1", image));

        ImageConfig config =
                client().getImageConfig(repository.name(), client().getManifest(repository.name(), Tag.of("1")));

        assertEquals(Optional.of(spec.created()), config.created());
        assertEquals("linux/ppc64le", config.platform().name());
        assertEquals(spec.labels(), config.labels());
        assertEquals(digests(image.layers()), config.diffIds());
        assertArrayEquals(image.config().orElseThrow().bytes(), config.bytes());
    }

    @Test
    default void an_index_has_no_configuration() {
        SampleManifest index = registry().images("manifest-index").twoPlatformIndex();
        SampleRepository repository = registry().fill("manifest-index", content -> content.tag("1", index));
        Manifest read = client().getManifest(repository.name(), Tag.of("1"));

        assertThrows(InvalidInputException.class, () -> client().getImageConfig(repository.name(), read));
    }

    private static void assertSame(SampleManifest pushed, Manifest read) {
        assertArrayEquals(pushed.bytes(), read.bytes());
        assertEquals(pushed.digest(), read.digest());
        assertEquals(pushed.mediaType(), read.mediaType());
        assertEquals(pushed.config().map(SampleBlob::digest), read.config().map(Descriptor::digest));
        assertEquals(
                pushed.children().stream().map(SampleManifest::digest).collect(Collectors.toList()),
                read.children().stream().map(Descriptor::digest).collect(Collectors.toList()));
        assertEquals(
                digests(pushed.layers()),
                read.layers().stream().map(Descriptor::digest).collect(Collectors.toList()));
        assertEquals(
                pushed.subject().map(SampleManifest::digest), read.subject().map(Descriptor::digest));
        assertTrue(read.layers().stream().allMatch(layer -> layer.size() >= 0));
    }

    private static List<Digest> digests(List<SampleBlob> blobs) {
        return blobs.stream().map(SampleBlob::digest).collect(Collectors.toList());
    }
}
