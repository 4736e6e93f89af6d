package io.github.registryclient.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.ManifestSnapshot;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was described is what is there. */
class RandomRegistryPushTest {
    static List<RegistryProgram> programs() {
        return RealRegistries.assumeSome();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_embedded_registry_has_exactly_what_was_described(long seed) {
        RandomRegistry random = RandomRegistry.of(seed);
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            RegistryFiller.of(registry.uri()).pushAll(random.repositories());

            RegistrySnapshot stored = registry.snapshot();

            assertThat(stored.repositories()).as(random.toString()).hasSameSizeAs(random.repositories());
            assertThat(random.repositories())
                    .allSatisfy(repository ->
                            compare(random, repository, stored.repositories().get(repository.name())));
        }
    }

    private static void compare(RandomRegistry random, SampleRepository described, RepositorySnapshot stored) {
        assertThat(stored.tags()).as(random.toString()).isEqualTo(described.tags());
        Map<Digest, byte[]> manifests = new TreeMap<>();
        described.manifests().forEach(manifest -> manifests.put(manifest.digest(), manifest.bytes()));
        assertThat(stored.manifests()).as(random.toString()).containsOnlyKeys(manifests.keySet());
        for (Map.Entry<Digest, ManifestSnapshot> manifest : stored.manifests().entrySet()) {
            assertThat(manifest.getValue().bytes()).isEqualTo(manifests.get(manifest.getKey()));
        }
        Map<Digest, Long> blobs = new TreeMap<>();
        described.blobs().forEach(blob -> blobs.put(blob.digest(), blob.size()));
        assertThat(stored.blobs()).as(random.toString()).isEqualTo(blobs);
    }

    /** As many registries as it takes until every kind that the program accepts was there. */
    @ParameterizedTest
    @MethodSource("programs")
    void real_registries_have_what_was_described(RegistryProgram program) {
        RandomLimits limits =
                RandomLimits.defaults().withRepositories(2).withManifests(20).acceptedBy(program.name());
        Set<SampleKind> seen = EnumSet.noneOf(SampleKind.class);
        for (long seed = 1; !seen.containsAll(limits.kinds()); seed++) {
            RandomRegistry random = RandomRegistry.of(seed, limits);
            if (seen.addAll(random.kinds().keySet())) {
                try (RegistryProcess registry = RegistryProcess.start(program)) {
                    RegistryFiller filler = RegistryFiller.of(registry.uri());
                    filler.pushAll(random.repositories());
                    random.repositories().forEach(repository -> compare(random, repository, filler));
                }
            }
        }
    }

    private static void compare(RandomRegistry random, SampleRepository described, RegistryFiller filler) {
        assertThat(described.manifests())
                .as(random.toString())
                .allMatch(manifest -> filler.hasManifest(described.name(), manifest.digest()));
        assertThat(described.tags().keySet())
                .as(random.toString())
                .allMatch(tag -> filler.hasManifest(described.name(), tag));
        assertThat(described.blobs())
                .as(random.toString())
                .allMatch(blob -> filler.hasBlob(described.name(), blob.digest()));
        assertThat(described.deleted())
                .as(random.toString())
                .noneMatch(manifest -> filler.hasManifest(described.name(), manifest.digest()));
    }
}
