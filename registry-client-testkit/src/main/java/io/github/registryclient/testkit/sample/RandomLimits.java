package io.github.registryclient.testkit.sample;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How large a {@link RandomRegistry} may be, and what may be in it. Immutable; each {@code with} method gives another value. */
public final class RandomLimits {
    private static final RandomLimits DEFAULTS = new RandomLimits(4, 25, EnumSet.allOf(SampleKind.class));

    private final int repositories;
    private final int manifests;
    private final Set<SampleKind> kinds;

    private RandomLimits(int repositories, int manifests, Set<SampleKind> kinds) {
        this.repositories = repositories;
        this.manifests = manifests;
        this.kinds = Collections.unmodifiableSet(kinds);
    }

    /**
     * At most 4 repositories of at most 25 manifests, of every kind.
     *
     * @return the defaults
     */
    public static RandomLimits defaults() {
        return DEFAULTS;
    }

    /**
     * How many repositories.
     *
     * @param most 1 or more
     * @return the changed limits
     * @throws IllegalArgumentException if it is less
     */
    public RandomLimits withRepositories(int most) {
        requirePositive(most);
        return new RandomLimits(most, manifests, kinds);
    }

    /**
     * How many manifests a repository may have, those that are deleted again among them.
     *
     * @param most 1 or more
     * @return the changed limits
     * @throws IllegalArgumentException if it is less
     */
    public RandomLimits withManifests(int most) {
        requirePositive(most);
        return new RandomLimits(repositories, most, kinds);
    }

    /**
     * Leaves something out, such as what a registry does not accept.
     *
     * @param kind what must not occur; not {@link SampleKind#IMAGE}, which everything begins with
     * @return the changed limits
     */
    public RandomLimits without(SampleKind kind) {
        if (kind == SampleKind.IMAGE) {
            throw new IllegalArgumentException("nothing can be made without an image");
        }
        Set<SampleKind> fewer = EnumSet.copyOf(kinds);
        fewer.remove(kind);
        return new RandomLimits(repositories, manifests, fewer);
    }

    /**
     * Leaves out what a real registry does not accept.
     *
     * @param program one of {@link RegistryProgram#names()}
     * @return the changed limits
     */
    public RandomLimits acceptedBy(String program) {
        switch (program) {
            case RegistryProgram.DISTRIBUTION_3:
                return without(SampleKind.BUILD_CACHE);
            case RegistryProgram.ZOT:
                return without(SampleKind.PARTIAL_INDEX);
            default:
                return this;
        }
    }

    private static void requirePositive(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("1 or more, not " + most);
        }
    }

    int repositories() {
        return repositories;
    }

    int manifests() {
        return manifests;
    }

    Set<SampleKind> kinds() {
        return kinds;
    }
}
