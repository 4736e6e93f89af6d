package io.github.registryclient.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.sample.UncooperativeRegistryException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry process does with what was pushed, on every program that can do it. */
class RegistryLifeTest {
    private static final int LAYER = 100_000;

    private final SampleImages images = SampleImages.seeded(31);
    private final SampleManifest image = images.image(ImageSpec.defaults().withLayers(1, LAYER));
    private final SampleRepository pushed =
            SampleRepository.named("team/app").tag("1", image).build();

    static List<RegistryProgram> programs() {
        return RealRegistries.assumeSome();
    }

    static List<RegistryProgram> durablePrograms() {
        return programs().stream()
                .filter(program -> program.flavor().isDurable())
                .collect(Collectors.toUnmodifiableList());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void what_is_pushed_lies_in_the_storage_folder(RegistryProgram program) {
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            long before = registry.storedBytes();

            RegistryFiller.of(registry.uri()).push(pushed);

            assertThat(registry.storage()).isDirectory();
            assertThat(registry.storedBytes()).isGreaterThanOrEqualTo(before + LAYER);
        }
    }

    @ParameterizedTest
    @MethodSource("durablePrograms")
    void what_was_pushed_is_there_after_a_restart(RegistryProgram program) {
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller.of(registry.uri()).push(pushed);

            registry.restart(RegistryOptions.defaults());

            assertThat(RegistryFiller.of(registry.uri()).pulls(pushed.name(), image))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void read_only_it_is_pulled_from_and_nothing_else_until_it_is_writable_again(String name) {
        SampleRepository more =
                SampleRepository.named("team/more").tag("1", images.image()).build();
        try (RegistryProcess registry = start(name)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.push(pushed);

            registry.restart(RegistryOptions.defaults().withReadOnly(true));

            assertThat(filler.pulls(pushed.name(), image)).isTrue();
            assertThatThrownBy(() -> filler.push(more))
                    .isInstanceOf(UncooperativeRegistryException.class)
                    .hasMessageContaining("status 405 in the place of 202");
            assertThatThrownBy(() -> filler.putManifest(pushed.name(), image.digest(), image))
                    .hasMessageContaining("status 405 in the place of 201");
            assertThat(filler.deleteManifest(pushed.name(), image.digest())).isEqualTo(405);
            assertThat(filler.pulls(pushed.name(), image)).isTrue();

            registry.restart(RegistryOptions.defaults());

            filler.push(more);
            assertThat(filler.pulls(more.name(), more.manifest("1"))).isTrue();
            assertThat(filler.deleteManifest(pushed.name(), image.digest())).isEqualTo(202);
            assertThat(filler.hasManifest(pushed.name(), image.digest())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void garbage_is_collected_while_nobody_can_write(String name) {
        SampleManifest kept = images.image();
        try (RegistryProcess registry = start(name)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.push(pushed);
            filler.push(SampleRepository.named("team/app").tag("kept", kept).build());
            filler.deleteManifest(pushed.name(), image.digest());
            registry.restart(RegistryOptions.defaults().withReadOnly(true));
            long before = registry.storedBytes();

            GarbageCollection dry = registry.collectGarbage(true);
            assertThat(dry.exitCode()).as(dry.output()).isZero();
            assertThat(dry.output())
                    .contains("blob eligible for deletion")
                    .contains(image.layers().get(0).digest().toString());
            assertThat(registry.storedBytes()).isEqualTo(before);
            assertThat(registry.collectGarbage(false).exitCode()).isZero();

            assertThat(registry.storedBytes()).isLessThanOrEqualTo(before - LAYER);
            registry.restart(RegistryOptions.defaults());
            assertThat(filler.pulls(pushed.name(), kept)).isTrue();
            assertThat(filler.hasBlob(pushed.name(), image.layers().get(0).digest()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void untagged_manifests_are_collected_where_that_is_asked_for(String name) {
        SampleManifest leftover = images.image();
        try (RegistryProcess registry = start(name)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.push(SampleRepository.named("team/app")
                    .tag("1", image)
                    .untagged(leftover)
                    .build());

            registry.collectGarbage(false);
            assertThat(filler.pulls(pushed.name(), leftover)).isTrue();
            registry.collectGarbage(false, true);

            assertThat(filler.hasManifest(pushed.name(), leftover.digest())).isFalse();
            assertThat(filler.pulls(pushed.name(), image)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void deletion_is_off_where_the_options_say_so(String name) {
        try (RegistryProcess registry = start(name)) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.push(pushed);

            registry.restart(RegistryOptions.defaults().withDeletion(false));

            assertThat(filler.deleteManifest(pushed.name(), image.digest())).isEqualTo(405);
            assertThat(filler.pulls(pushed.name(), image)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_without_a_collector_refuses_to_run_one(RegistryProgram program) {
        Assumptions.assumeFalse(program.hasGarbageCollector());
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            assertThatThrownBy(() -> registry.collectGarbage(true)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> registry.restart(RegistryOptions.defaults().withReadOnly(true)))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(registry.isAlive()).isTrue();
        }
    }

    private static RegistryProcess start(String name) {
        return RegistryProcess.start(RealRegistries.assumePresent(name));
    }
}
