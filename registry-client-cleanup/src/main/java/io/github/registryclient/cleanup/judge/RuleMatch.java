package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What one rule says of a tag or manifest that it is about. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RuleMatch {
    RuleMatch() {}

    /**
     * The rule.
     *
     * @return its name
     */
    public abstract String rule();

    /**
     * What the rule says of what it matches.
     *
     * @return keep or delete
     */
    public abstract Action action();

    /**
     * Whether all its conditions hold.
     *
     * @return no only where the rule takes a rank, and the place is why; what else does not match is left out
     */
    public abstract Truth truth();

    /**
     * Why it is unknown.
     *
     * @return empty if it is known
     */
    @Value.Default
    public String note() {
        return "";
    }

    /**
     * The place in the rule's rank.
     *
     * @return empty if the rule takes none
     */
    public abstract Optional<Rank> rank();

    /** Whether it speaks for what it says: what is unknown keeps. */
    boolean applies() {
        return truth() == Truth.YES || truth() == Truth.UNKNOWN && action() == Action.KEEP;
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RuleMatch}. */
    public static final class Builder extends ImmutableRuleMatch.Builder {
        Builder() {}
    }
}
