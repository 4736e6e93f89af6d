package io.github.registryclient.cleanup.policy;

import io.github.registryclient.cleanup.version.VersionRange;
import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One rule: what it is about, and what has to hold of that, all of it, for the rule to match. Rules are alternatives: whatever a
 * delete rule matches goes, unless a keep rule matches it too. Immutable.
 *
 * <p>Ranks ({@link #newest}, {@link #beyondNewest}, {@link #newestGroups}, {@link #beyondNewestGroups}, {@link #groupOlderThan}) are
 * taken last, in each repository, among the tags that fulfil all the other conditions.
 */
@Value.Immutable
@ValueStyle
public abstract class Rule {
    Rule() {}

    /**
     * What it is called in explanations.
     *
     * @return unlike that of other rules of the policy
     */
    public abstract String name();

    /**
     * What it says of what it matches.
     *
     * @return keep or delete
     */
    public abstract Action action();

    /**
     * The repositories that it is about.
     *
     * @return all unless it was said
     */
    @Value.Default
    public NameFilter repositories() {
        return NameFilter.all();
    }

    /**
     * The tags that it is about.
     *
     * @return all unless it was said
     */
    @Value.Default
    public NameFilter tags() {
        return NameFilter.all();
    }

    /**
     * Whether it is about manifests without a tag in the place of tags.
     *
     * @return false unless it was said
     */
    @Value.Default
    public boolean untagged() {
        return false;
    }

    /**
     * The kinds that it is about.
     *
     * @return empty for all
     */
    public abstract Set<ManifestKind> kinds();

    /**
     * It has one of these defects.
     *
     * @return empty for the good and the bad
     */
    public abstract Set<Defect> defects();

    /**
     * It is older than that.
     *
     * @return empty if that does not matter
     */
    public abstract Optional<Duration> olderThan();

    /**
     * It is younger than that.
     *
     * @return empty if that does not matter
     */
    public abstract Optional<Duration> youngerThan();

    /**
     * Its version, the part {@code version} of the tag's pattern or else the tag, is in this range.
     *
     * @return empty if that does not matter
     */
    public abstract Optional<VersionRange> versions();

    /**
     * It has these labels, with values that match.
     *
     * @return by the label's name; may be empty
     */
    public abstract Map<String, NamePattern> labels();

    /**
     * It has these annotations, with values that match.
     *
     * @return by the annotation's name; may be empty
     */
    public abstract Map<String, NamePattern> annotations();

    /**
     * It is for one of these platforms.
     *
     * @return such as {@code linux/arm64}, as patterns; may be empty
     */
    public abstract Set<NamePattern> platforms();

    /**
     * How many of an index's images have to have the labels, annotations and platforms.
     *
     * @return there if and only if there are any of those
     */
    public abstract Optional<Across> across();

    /**
     * The part of the tag's pattern by which ranks are taken.
     *
     * @return empty for one rank over all
     */
    public abstract Optional<String> group();

    /**
     * What newest means.
     *
     * @return by age unless it was said
     */
    @Value.Default
    public RankOrder order() {
        return RankOrder.AGE;
    }

    /**
     * Whether pre-releases have a place in a rank by version.
     *
     * @return false unless it was said: then the rule does not match them
     */
    @Value.Default
    public boolean preReleases() {
        return false;
    }

    /**
     * It is among the newest of its group, of so many distinct digests.
     *
     * @return empty if that does not matter
     */
    public abstract OptionalInt newest();

    /**
     * It is not among the newest of its group, of so many distinct digests.
     *
     * @return empty if that does not matter
     */
    public abstract OptionalInt beyondNewest();

    /**
     * Its group is among so many newest groups.
     *
     * @return empty if that does not matter
     */
    public abstract OptionalInt newestGroups();

    /**
     * Its group is not among so many newest groups.
     *
     * @return empty if that does not matter
     */
    public abstract OptionalInt beyondNewestGroups();

    /**
     * The newest of its group is older than that.
     *
     * @return empty if that does not matter
     */
    public abstract Optional<Duration> groupOlderThan();

    /**
     * Whether it may take the last image of a repository.
     *
     * @return false unless it was said
     */
    @Value.Default
    public boolean allowEmpty() {
        return false;
    }

    /**
     * The share of a repository's tagged digests that a run may delete where this rule decides.
     *
     * @return above 0 and at most 1; empty for the policy's
     */
    public abstract OptionalDouble maxShare();

    /**
     * Whether the subjects of signatures lie in the same repository, so that one that is missing is gone.
     *
     * @return false unless it was said
     */
    @Value.Default
    public boolean subjectsHere() {
        return false;
    }

    /**
     * Whether a rank has to be taken.
     *
     * @return true if it has a condition on ranks
     */
    public boolean ranks() {
        return newest().isPresent()
                || beyondNewest().isPresent()
                || newestGroups().isPresent()
                || beyondNewestGroups().isPresent()
                || groupOlderThan().isPresent();
    }

    @Value.Check
    void check() {
        RuleCheck.of(this);
    }

    /**
     * Starts a keep rule.
     *
     * @param name what it is called
     * @return a builder of a rule that matches everything
     */
    public static Builder keep(String name) {
        return new Builder().name(name).action(Action.KEEP);
    }

    /**
     * Starts a delete rule.
     *
     * @param name what it is called
     * @return a builder
     */
    public static Builder delete(String name) {
        return new Builder().name(name).action(Action.DELETE);
    }

    /** Builds a {@link Rule}. */
    public static final class Builder extends ImmutableRule.Builder {
        Builder() {}
    }
}
