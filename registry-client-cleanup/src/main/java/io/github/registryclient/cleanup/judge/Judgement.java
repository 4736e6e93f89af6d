package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** What is said of one tag, or of one manifest without tags, before anything follows for others. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Judgement {
    Judgement() {}

    /**
     * How old it is.
     *
     * @return the age of what the tag points to
     */
    @Value.Default
    public Age age() {
        return Age.unknown();
    }

    /**
     * The rules that match, or may match, and those that only a place in their rank keeps from matching.
     *
     * @return in the order of the policy
     */
    public abstract List<RuleMatch> matches();

    /**
     * What is wrong with it.
     *
     * @return looked for only as far as a rule asks for it, or everything is checked
     */
    public abstract Set<Defect> defects();

    /**
     * What protects it whatever the rules say.
     *
     * @return for people; empty if nothing does
     */
    public abstract List<String> protections();

    /**
     * Whether it is to go, as far as rules are concerned: a delete rule matches, and nothing keeps it.
     *
     * @return true if so
     */
    public boolean isChosen() {
        return !isKept() && matches().stream().anyMatch(match -> match.action() == Action.DELETE && match.applies());
    }

    /** Whether a keep rule or anything else speaks for it. */
    boolean isKept() {
        return !protections().isEmpty()
                || matches().stream().anyMatch(match -> match.action() == Action.KEEP && match.applies());
    }

    /**
     * The same, protected for another reason.
     *
     * @param reason the reason
     * @return a judgement that chooses nothing
     */
    public Judgement protectedBy(String reason) {
        return builder().from(this).addProtections(reason).build();
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Judgement}. */
    public static final class Builder extends ImmutableJudgement.Builder {
        Builder() {}
    }
}
