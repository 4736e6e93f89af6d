package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticSnapshotTest {
    private static final RepositoryName BIG = RepositoryName.of("big/app");
    private static final SyntheticContent CONTENT =
            SyntheticContent.seeded(1).tags("big/app", 10, 3).repositories("many", 4);

    private final SampleImages images = SampleImages.seeded(6);
    private final SampleManifest image = images.image();

    @TempDir
    Path folder;

    private static EmbeddedRegistry start() {
        return EmbeddedRegistry.builder().synthetic(CONTENT).start();
    }

    @Test
    void synthetic_content_is_counted_and_not_held() {
        try (EmbeddedRegistry registry = start()) {
            RegistrySnapshot before = registry.snapshot();
            assertThat(before.repositories()).containsOnlyKeys(BIG);
            assertThat(before.repository("big/app").syntheticTags()).isEqualTo(10);
            assertThat(before.repository("big/app").tags()).isEmpty();
            assertThat(before.syntheticRepositories()).isEqualTo(4);
            assertThat(before.bytes()).isZero();

            RegistryFiller filler = RegistryFiller.of(registry.uri());
            filler.deleteManifest(BIG, SyntheticContent.tag(9));
            filler.push(SampleRepository.named("many/r0000002").tag("x", image).build());

            RegistrySnapshot after = registry.snapshot();
            assertThat(after).isNotEqualTo(before);
            assertThat(after.repository("big/app").syntheticTags()).isEqualTo(9);
            assertThat(after.syntheticRepositories()).isEqualTo(3);
            assertThat(after.repository("many/r0000002").tags()).containsOnlyKeys(Tag.of("x"));
            assertThat(after.repository("many/r0000002").syntheticTags()).isEqualTo(1);
            assertThat(after)
                    .asString()
                    .contains("and 3 synthetic repositories")
                    .contains("and 9 synthetic tags");
        }
    }

    @Test
    void a_collection_takes_nothing_synthetic() {
        try (EmbeddedRegistry registry = start()) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());
            SampleManifest leftover = images.image();
            filler.push(SampleRepository.named("big/app").untagged(leftover).build());

            CollectedGarbage garbage = registry.garbageCollectUntagged();

            assertThat(garbage.deletedManifests().get(BIG)).containsExactly(leftover.digest());
            assertThat(registry.snapshot().repository("big/app").syntheticTags())
                    .isEqualTo(10);
            assertThat(filler.hasManifest(BIG, SyntheticContent.tag(0))).isTrue();
        }
    }

    @Test
    void a_tag_in_a_folder_takes_the_place_of_a_synthetic_one_the_next_time_too() {
        for (int time = 0; time < 2; time++) {
            try (EmbeddedRegistry registry =
                    EmbeddedRegistry.builder().folder(folder).synthetic(CONTENT).start()) {
                RegistryFiller filler = RegistryFiller.of(registry.uri());
                if (time == 0) {
                    filler.push(SampleRepository.named("big/app")
                            .tag("t0000001", image)
                            .build());
                    filler.deleteManifest(BIG, SyntheticContent.tag(2));
                }

                RepositorySnapshot big = registry.snapshot().repository("big/app");
                assertThat(big.tags()).containsExactly(Map.entry(SyntheticContent.tag(1), image.digest()));
                assertThat(big.syntheticTags()).as("deletions are forgotten").isEqualTo(time == 0 ? 8 : 9);
            }
        }
    }

    @Test
    void names_are_those_that_the_registry_lists() {
        try (EmbeddedRegistry registry = start()) {
            RegistryFiller filler = RegistryFiller.of(registry.uri());

            assertThat(filler.hasManifest(SyntheticContent.repository("many", 3), SyntheticContent.tag(0)))
                    .isTrue();
            assertThat(filler.hasManifest(SyntheticContent.repository("many", 4), SyntheticContent.tag(0)))
                    .isFalse();
        }
    }

    @Test
    void numbers_out_of_range_and_names_that_are_none_are_refused() {
        assertThatThrownBy(() -> CONTENT.tags("a", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CONTENT.tags("a", 10_000_001, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CONTENT.tags("a", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CONTENT.repositories("a", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CONTENT.repositories("A", 1)).isInstanceOf(InvalidInputException.class);
    }
}
