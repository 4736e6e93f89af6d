package io.github.registryclient.testkit.registry.synthetic;

import io.github.registryclient.name.RepositoryName;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which repositories have synthetic content: some by name, and many by number. */
public final class SyntheticRegistry {
    private final long seed;
    private final Map<RepositoryName, Size> named;
    private final NumberedNames numbered;

    private SyntheticRegistry(Builder builder) {
        this.seed = builder.seed;
        this.named = new TreeMap<>(builder.named);
        this.numbered = new NumberedNames(builder.prefix, builder.count);
    }

    /** One that has nothing. */
    public static SyntheticRegistry none() {
        return new Builder(0).build();
    }

    /** Begins with nothing. */
    public static Builder seeded(long seed) {
        return new Builder(seed);
    }

    /** The repositories that were described one by one. */
    public Set<RepositoryName> named() {
        return Collections.unmodifiableSet(named.keySet());
    }

    /** The names of all others; who hides one has taken its content over. */
    public NumberedNames numbered() {
        return numbered;
    }

    /** What a repository has when nothing was deleted yet; often nothing. */
    public SyntheticRepository content(RepositoryName name) {
        Size size = named.getOrDefault(name, numbered.has(name.toString()) ? Size.ONE : Size.NONE);
        return new SyntheticRepository(seed, name, size.tags, size.images);
    }

    /** How much a repository has. */
    private static final class Size {
        static final Size NONE = new Size(0, 0);
        static final Size ONE = new Size(1, 1);

        final int tags;
        final int images;

        Size(int tags, int images) {
            this.tags = tags;
            this.images = images;
        }
    }

    /** Collects what there is to be. For one thread. */
    public static final class Builder {
        private final long seed;
        private final Map<RepositoryName, Size> named = new TreeMap<>();
        private String prefix = "";
        private int count;

        private Builder(long seed) {
            this.seed = seed;
        }

        /** Gives one repository tags, and no more images than that. */
        public Builder tags(RepositoryName name, int tags, int images) {
            named.put(name, new Size(tags, Math.min(tags, images)));
            return this;
        }

        /** Adds repositories with one tag each. */
        public Builder repositories(String namePrefix, int number) {
            prefix = namePrefix;
            count = number;
            return this;
        }

        /** The registry's part. */
        public SyntheticRegistry build() {
            return new SyntheticRegistry(this);
        }
    }
}
