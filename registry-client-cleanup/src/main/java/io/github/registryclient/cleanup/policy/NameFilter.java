package io.github.registryclient.cleanup.policy;

import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/** Which names a rule is about: one that an include pattern matches, and no exclude pattern. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class NameFilter {
    NameFilter() {}

    /**
     * One of these matches.
     *
     * @return empty for every name
     */
    public abstract List<NamePattern> include();

    /**
     * None of these matches.
     *
     * @return may be empty
     */
    public abstract List<NamePattern> exclude();

    /**
     * Every name.
     *
     * @return a filter without patterns
     */
    public static NameFilter all() {
        return builder().build();
    }

    /**
     * Whether it lets every name through.
     *
     * @return true if it has no pattern
     */
    public boolean isAll() {
        return include().isEmpty() && exclude().isEmpty();
    }

    /**
     * Whether somebody had certain names in mind.
     *
     * @return true if there are include patterns, and none of them is {@code **}
     */
    public boolean isNarrowed() {
        return !include().isEmpty()
                && include().stream().noneMatch(pattern -> pattern.toString().equals("**"));
    }

    /**
     * Whether the rule is about a name.
     *
     * @param name a repository's name or a tag
     * @return true if so
     */
    public boolean matches(String name) {
        return exclude().stream().noneMatch(pattern -> pattern.matches(name))
                && (include().isEmpty() || included(name).isPresent());
    }

    /**
     * The named parts of a name, by the first include pattern that matches it.
     *
     * @param name a repository's name or a tag
     * @return empty where none matches, or it has no named part
     */
    public Map<String, String> parts(String name) {
        return included(name).map(pattern -> pattern.parts(name)).orElse(Map.of());
    }

    private Optional<NamePattern> included(String name) {
        return include().stream().filter(pattern -> pattern.matches(name)).findFirst();
    }

    /** The parts that every include pattern has. */
    Set<String> partNames() {
        Set<String> common = new TreeSet<>();
        boolean first = true;
        for (NamePattern pattern : include()) {
            if (first) {
                common.addAll(pattern.partNames());
            } else {
                common.retainAll(pattern.partNames());
            }
            first = false;
        }
        return common;
    }

    /**
     * Starts a filter.
     *
     * @return a builder without patterns
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link NameFilter}. */
    public static final class Builder extends ImmutableNameFilter.Builder {
        Builder() {}

        /**
         * Adds include patterns.
         *
         * @param patterns as {@link NamePattern#of} reads them
         * @return this
         */
        public Builder include(String... patterns) {
            for (String pattern : patterns) {
                addInclude(NamePattern.of(pattern));
            }
            return this;
        }

        /**
         * Adds exclude patterns.
         *
         * @param patterns as {@link NamePattern#of} reads them
         * @return this
         */
        public Builder exclude(String... patterns) {
            for (String pattern : patterns) {
                addExclude(NamePattern.of(pattern));
            }
            return this;
        }
    }
}
