package io.github.registryclient.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomRegistryTest {
    private static final int SEEDS = 40;

    private static List<RandomRegistry> some() {
        return LongStream.rangeClosed(1, SEEDS).mapToObj(RandomRegistry::of).collect(Collectors.toList());
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        assertThat(described(RandomRegistry.of(5))).isEqualTo(described(RandomRegistry.of(5)));
        assertThat(described(RandomRegistry.of(5))).isNotEqualTo(described(RandomRegistry.of(6)));
    }

    private static String described(RandomRegistry registry) {
        StringBuilder text = new StringBuilder();
        for (SampleRepository repository : registry.repositories()) {
            text.append(repository.name()).append(repository.tags());
            repository.everPushed().values().forEach(manifest -> text.append(manifest.json()));
            text.append(repository.blobs()).append(repository.deleted());
        }
        return text.toString();
    }

    @Test
    void limits_are_kept() {
        RandomLimits limits = RandomLimits.defaults().withRepositories(2).withManifests(7);
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomRegistry registry = RandomRegistry.of(seed, limits);

            assertThat(registry.repositories())
                    .as(registry.toString())
                    .hasSizeBetween(1, 2)
                    .allMatch(repository -> repository.everPushed().size() <= 7)
                    .allMatch(repository -> !repository.tags().isEmpty());
        }
        assertThat(RandomRegistry.of(1, limits.withManifests(1)).repositories())
                .allMatch(repository -> repository.manifests().size() == 1);
        assertThatThrownBy(() -> limits.withManifests(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.withRepositories(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.without(SampleKind.IMAGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_are_different() {
        assertThat(some())
                .allSatisfy(registry -> assertThat(registry.repositories())
                        .as(registry.toString())
                        .extracting(SampleRepository::name)
                        .doesNotHaveDuplicates());
    }

    @Test
    void the_seed_stands_in_its_text() {
        assertThat(RandomRegistry.of(4711))
                .hasToString("random registry of seed 4711: "
                        + RandomRegistry.of(4711).repositories() + " of "
                        + RandomRegistry.of(4711).kinds());
        assertThat(RandomRegistry.of(4711).seed()).isEqualTo(4711);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_occurs_in_many_registries_but_not_in_all_and_none_where_it_is_left_out(SampleKind kind) {
        long with = some().stream()
                .filter(registry -> registry.kinds().containsKey(kind))
                .count();

        if (kind == SampleKind.IMAGE) {
            assertThat(with).isEqualTo(SEEDS);
            return;
        }
        assertThat(with).as("of " + SEEDS).isBetween(SEEDS / 8L, SEEDS - 1L);
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(RandomRegistry.of(seed, RandomLimits.defaults().without(kind))
                            .kinds())
                    .doesNotContainKey(kind);
        }
    }

    /** What was counted is looked for in what was made. */
    @Test
    void every_kind_that_is_counted_is_there() {
        Map<SampleKind, ToLongFunction<SampleRepository>> found = new EnumMap<>(SampleKind.class);
        found.put(SampleKind.DOCKER_IMAGE, repository -> ofType(repository, "docker.distribution.manifest.v2+json"));
        found.put(SampleKind.DOCKER_LIST, repository -> ofType(repository, "docker.distribution.manifest.list"));
        found.put(SampleKind.NESTED_INDEX, RandomRegistryTest::nested);
        found.put(SampleKind.SHARED_CHILD, RandomRegistryTest::sharedChildren);
        found.put(SampleKind.ATTESTED_INDEX, repository -> containing(repository, "vnd.docker.reference.digest"));
        found.put(SampleKind.BUILD_CACHE, repository -> containing(repository, "buildkit.cacheconfig"));
        found.put(SampleKind.DANGLING_REFERRER, repository -> referrers(repository, false));
        found.put(SampleKind.REFERRER, repository -> referrers(repository, true));
        found.put(SampleKind.FALLBACK_TAG, repository -> tagged(repository, "sha256-[0-9a-f]{64}"));
        found.put(SampleKind.COSIGN_TAG, repository -> signatures(repository, true));
        found.put(SampleKind.DANGLING_COSIGN_TAG, repository -> signatures(repository, false));
        found.put(SampleKind.SHARED_DIGEST, RandomRegistryTest::sharedDigests);
        found.put(SampleKind.PARTIAL_INDEX, RandomRegistryTest::partial);
        found.put(SampleKind.IMAGE_ON_IMAGE, RandomRegistryTest::sharedLayers);

        found.forEach((kind, count) -> assertThat(some())
                .filteredOn(registry -> registry.kinds().containsKey(kind))
                .as(kind.toString())
                .anySatisfy(registry -> assertThat(registry.repositories().stream()
                                .mapToLong(count)
                                .sum())
                        .as(registry.toString())
                        .isPositive()));
    }

    @Test
    void repositories_share_blobs_where_one_mirrors_another() {
        assertThat(some())
                .filteredOn(registry -> registry.kinds().containsKey(SampleKind.MIRROR))
                .isNotEmpty()
                .allSatisfy(registry -> {
                    List<Digest> blobs = registry.repositories().stream()
                            .flatMap(repository -> repository.everPushed().keySet().stream())
                            .collect(Collectors.toList());
                    assertThat(new HashSet<>(blobs)).as(registry.toString()).hasSizeLessThan(blobs.size());
                });
    }

    @Test
    void leftovers_have_no_tag() {
        assertThat(some())
                .allSatisfy(registry -> assertThat(registry.repositories())
                        .as(registry.toString())
                        .allSatisfy(repository -> assertThat(repository.untagged())
                                .doesNotContainAnyElementsOf(repository.tagged().values())));
    }

    @Test
    void all_of_it_is_read_by_the_codec() {
        for (RandomRegistry registry : some()) {
            for (SampleRepository repository : registry.repositories()) {
                for (SampleManifest manifest : repository.everPushed().values()) {
                    Manifest parsed = Manifest.parse(manifest.mediaType(), manifest.bytes(), manifest.digest());
                    assertThat(parsed.children())
                            .as(registry.toString())
                            .hasSize(manifest.children().size());
                }
            }
        }
    }

    private static long ofType(SampleRepository repository, String type) {
        return repository.manifests().stream()
                .filter(manifest -> manifest.mediaType().contains(type))
                .count();
    }

    private static long containing(SampleRepository repository, String text) {
        return repository.manifests().stream()
                .filter(manifest -> manifest.json().contains(text))
                .count();
    }

    private static long nested(SampleRepository repository) {
        return repository.manifests().stream()
                .filter(manifest -> manifest.children().stream()
                        .anyMatch(child -> !child.children().isEmpty()))
                .count();
    }

    private static long sharedChildren(SampleRepository repository) {
        List<Digest> ledTo = new ArrayList<>(new HashSet<>(repository.tags().values()));
        repository.manifests().forEach(manifest -> manifest.children().forEach(child -> ledTo.add(child.digest())));
        return (long) ledTo.size() - new HashSet<>(ledTo).size();
    }

    private static long sharedDigests(SampleRepository repository) {
        Collection<Digest> digests = repository.tags().values();
        return (long) digests.size() - new HashSet<>(digests).size();
    }

    private static long sharedLayers(SampleRepository repository) {
        List<Digest> layers = repository.manifests().stream()
                .filter(manifest -> manifest.subject().isEmpty())
                .flatMap(manifest -> manifest.layers().stream())
                .map(SampleBlob::digest)
                .collect(Collectors.toList());
        return (long) layers.size() - new HashSet<>(layers).size();
    }

    private static long referrers(SampleRepository repository, boolean there) {
        Set<Digest> digests = repository.everPushed().keySet();
        return repository.untagged().stream()
                .flatMap(manifest -> manifest.subject().stream())
                .filter(subject -> digests.contains(subject.digest()) == there)
                .count();
    }

    private static long tagged(SampleRepository repository, String pattern) {
        return repository.tags().keySet().stream()
                .filter(tag -> tag.toString().matches(pattern))
                .count();
    }

    private static long signatures(SampleRepository repository, boolean there) {
        Set<String> digests = repository.everPushed().keySet().stream()
                .map(digest -> digest.toString().replace(':', '-') + ".sig")
                .collect(Collectors.toSet());
        return repository.tags().keySet().stream()
                .filter(tag -> tag.toString().endsWith(".sig"))
                .filter(tag -> digests.contains(tag.toString()) == there)
                .count();
    }

    private static long partial(SampleRepository repository) {
        Set<Digest> deleted =
                repository.deleted().stream().map(SampleManifest::digest).collect(Collectors.toSet());
        return repository.tagged().values().stream()
                .filter(manifest -> manifest.children().stream().anyMatch(child -> deleted.contains(child.digest())))
                .count();
    }

    @Test
    void all_kinds_can_be_switched_off_but_images() {
        RandomLimits limits = RandomLimits.defaults();
        for (SampleKind kind : Arrays.asList(SampleKind.values())) {
            limits = kind == SampleKind.IMAGE ? limits : limits.without(kind);
        }

        assertThat(RandomRegistry.of(3, limits).kinds()).containsOnlyKeys(SampleKind.IMAGE);
    }
}
