package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How ages are found. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AgeRules {
    /** The grace period, unless it was said. */
    public static final Duration DEFAULT_GRACE = Duration.ofHours(24);

    AgeRules() {}

    /**
     * The one source that counts.
     *
     * @return empty where the youngest of all sources does
     */
    public abstract Optional<String> source();

    /**
     * How time stamps stand in tags; the first form that fits counts.
     *
     * @return by default {@link TagTime#ci()} alone
     */
    @Value.Default
    public List<TagTime> tagTimes() {
        return List.of(TagTime.ci());
    }

    /**
     * What was first seen within it is never deleted.
     *
     * @return at least nothing, by default a day
     */
    @Value.Default
    public Duration grace() {
        return DEFAULT_GRACE;
    }

    /**
     * Whether there is no plan without a ledger of earlier runs: a forgotten or lost one is not taken for a first one then.
     *
     * @return by default false
     */
    @Value.Default
    public boolean needsLedger() {
        return false;
    }

    @Value.Check
    void check() {
        if (grace().isNegative() || grace().compareTo(Terms.LONGEST) > 0) {
            throw new InvalidInputException("ages: a grace of " + grace() + " is not possible");
        }
    }

    /**
     * The rules that a policy has that says nothing of ages.
     *
     * @return every source, the time stamps of {@link TagTime#ci()}, a grace of a day
     */
    public static AgeRules defaults() {
        return builder().build();
    }

    /**
     * Starts rules.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AgeRules}. */
    public static final class Builder extends ImmutableAgeRules.Builder {
        Builder() {}
    }
}
