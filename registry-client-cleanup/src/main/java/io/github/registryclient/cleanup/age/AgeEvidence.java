package io.github.registryclient.cleanup.age;

import io.github.registryclient.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What one source says of an age. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AgeEvidence {
    AgeEvidence() {}

    /**
     * The source.
     *
     * @return {@code tag}, {@code annotation}, {@code config}, {@code ledger}, or the name of a source of the user's
     */
    public abstract String source();

    /**
     * What stands there.
     *
     * @return as it stands there
     */
    public abstract String raw();

    /**
     * The time that it means.
     *
     * @return empty if it means none; of a first sight that does not count, it is still the beginning of the grace period
     */
    public abstract Optional<Instant> time();

    /**
     * Whether it may be any time before.
     *
     * @return true for what was there when the ledger began
     */
    @Value.Default
    public boolean orEarlier() {
        return false;
    }

    /**
     * Why it does not count; with a time it still does against an earlier one.
     *
     * @return empty if it counts
     */
    public abstract Optional<String> ignoredBecause();

    /**
     * Whether it makes the age unknown, whatever the other sources say.
     *
     * @return true if the source failed, or cannot be believed yet
     */
    @Value.Default
    public boolean spoils() {
        return false;
    }

    static AgeEvidence at(String source, String raw, Instant time) {
        return builder().source(source).raw(raw).time(time).build();
    }

    /** A time that counts only against an earlier one. */
    static AgeEvidence noOlder(AgeEvidence time, String because) {
        return builder().from(time).ignoredBecause(because).build();
    }

    static AgeEvidence ignored(String source, String raw, String because) {
        return builder().source(source).raw(raw).ignoredBecause(because).build();
    }

    static AgeEvidence spoiling(String source, String raw, String because) {
        return builder()
                .source(source)
                .raw(raw)
                .ignoredBecause(because)
                .spoils(true)
                .build();
    }

    /**
     * Starts evidence.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AgeEvidence}. */
    public static final class Builder extends ImmutableAgeEvidence.Builder {
        Builder() {}
    }
}
