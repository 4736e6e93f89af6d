package io.github.registryclient.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryFillerTest {
    private final SampleImages images = SampleImages.seeded(11);

    static List<RegistryProgram> programs() {
        return RealRegistries.assumeSome();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void every_kind_of_image_is_stored_by_real_registries(RegistryProgram program) {
        SampleManifest image = images.image();
        SampleRepository everything = SampleRepository.named("team/every-kind")
                .tag("image", image)
                .tag("docker", images.dockerImage(ImageSpec.defaults().withLayers(3, 5000)))
                .tag("index", images.twoPlatformIndex())
                .tag("list", images.twoPlatformDockerList())
                .tag("nested", images.nestedIndex())
                .tag("buildx", images.indexWithAttestation())
                .fallbackTag(images, List.of(images.referrer(image, "application/spdx+json")))
                .cosignTag(images, image)
                .untagged(images.image())
                .build();
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());

            filler.push(everything);

            assertThat(everything.manifests())
                    .allMatch(manifest -> filler.pulls(everything.name(), manifest))
                    .hasSize(1 + 1 + 3 + 3 + 5 + 3 + 2 + 1 + 1);
            assertThat(everything.tags().keySet()).allMatch(tag -> filler.hasManifest(everything.name(), tag));
        }
    }

    @Test
    void many_repositories_and_tags_are_pushed_side_by_side() {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            List<SampleRepository> family = SampleLayouts.parentsBesideChildren(images, "family", 20);

            filler.pushAll(family);
            SampleRepository many = filler.push(SampleLayouts.manyTags(images, "team/many", 300, 3));

            assertThat(family).hasSize(40).allMatch(each -> filler.pulls(each.name(), each.manifest("latest")));
            assertThat(many.tags().values().stream().distinct().collect(Collectors.toList()))
                    .hasSize(3);
            assertThat(many.tags().keySet()).hasSize(300).allMatch(tag -> filler.hasManifest(many.name(), tag));
        }
    }

    @Test
    void what_was_deleted_without_a_look_no_longer_pulls() {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            SampleManifest index = images.twoPlatformIndex();
            SampleRepository repository =
                    filler.push(SampleRepository.named("a").tag("1", index).build());

            int status = filler.deleteManifest(
                    repository.name(),
                    index.children().get(0).config().orElseThrow().digest());

            assertThat(status).as("2.8 deletes configurations too").isEqualTo(202);
            assertThat(filler.hasManifest(repository.name(), Tag.of("1"))).isTrue();
            assertThat(filler.pulls(repository.name(), index)).isFalse();
        }
    }

    @Test
    void collected_garbage_frees_space() {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            SampleManifest image = images.image(ImageSpec.defaults().withLayers(1, 100_000));
            SampleRepository repository =
                    filler.push(SampleRepository.named("a").tag("1", image).build());
            long before = registry.storedBytes();

            filler.deleteManifest(repository.name(), image.digest());
            assertThat(registry.collectGarbage(true).output()).contains("blob eligible for deletion");
            assertThat(registry.storedBytes()).isGreaterThan(100_000);
            assertThat(registry.collectGarbage(false).exitCode()).isZero();

            assertThat(registry.storedBytes()).isLessThan(before - 100_000);
        }
    }

    @Test
    void a_refusal_is_reported_with_what_the_registry_said() {
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess registry =
                RegistryProcess.start(program, RegistryOptions.defaults().withReadOnly(true))) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            SampleRepository repository =
                    SampleRepository.named("a").tag("1", images.image()).build();

            assertThatThrownBy(() -> filler.push(repository))
                    .isInstanceOf(UncooperativeRegistryException.class)
                    .hasMessageContaining("POST http://127.0.0.1:")
                    .hasMessageContaining("status 405 in the place of 202");
            assertThat(filler.hasManifest(RepositoryName.of("a"), Tag.of("1"))).isFalse();
        }
    }
}
