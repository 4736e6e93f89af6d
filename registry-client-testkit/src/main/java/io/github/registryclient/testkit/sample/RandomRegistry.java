package io.github.registryclient.testkit.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random content of a registry, for property tests: repositories that share blobs, with graphs of images, indexes and
 * referrers that share parts, and some that are broken. The same seed and limits give the same bytes. Immutable.
 *
 * <pre>{@code
 * RandomRegistry random = RandomRegistry.of(seed);
 * RegistryFiller.of(registry.uri()).pushAll(random.repositories());
 * assertThat(plan).as(random.toString())… // says the seed
 * }</pre>
 *
 * <p>The embedded registry takes all of it; for real ones see {@link RandomLimits#acceptedBy}.
 */
public final class RandomRegistry {
    private final long seed;
    private final List<SampleRepository> repositories;
    private final Map<SampleKind, Integer> kinds;

    private RandomRegistry(long seed, List<SampleRepository> repositories, Map<SampleKind, Integer> kinds) {
        this.seed = seed;
        this.repositories = List.copyOf(repositories);
        this.kinds = Collections.unmodifiableMap(kinds);
    }

    /**
     * A small registry of all kinds.
     *
     * @param seed decides everything
     * @return some content, never none
     */
    public static RandomRegistry of(long seed) {
        return of(seed, RandomLimits.defaults());
    }

    /**
     * A registry within limits.
     *
     * @param seed decides everything
     * @param limits size and kinds
     * @return some content, never none
     */
    public static RandomRegistry of(long seed, RandomLimits limits) {
        Random random = new Random(seed);
        SampleImages images = SampleImages.seeded(random.nextLong());
        Map<SampleKind, Integer> kinds = new EnumMap<>(SampleKind.class);
        List<SampleManifest> elsewhere = new ArrayList<>();
        List<SampleRepository> repositories = new ArrayList<>();
        int count = 1 + random.nextInt(limits.repositories());
        for (int i = 0; i < count; i++) {
            String name = RandomNames.repository(random, i);
            RandomRepository repository = new RandomRepository(name, random, images, limits, elsewhere, kinds);
            repositories.add(repository.fill());
            elsewhere.addAll(repository.whole());
        }
        return new RandomRegistry(seed, repositories, kinds);
    }

    /**
     * What made it.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * What is to be pushed, and then there.
     *
     * @return at least one, their names different
     */
    public List<SampleRepository> repositories() {
        return repositories;
    }

    /**
     * Which kinds occur, and how often.
     *
     * @return without those that do not
     */
    public Map<SampleKind, Integer> kinds() {
        return kinds;
    }

    /**
     * The seed and the size, for people and for messages of tests.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "random registry of seed " + seed + ": " + repositories + " of " + kinds;
    }
}
