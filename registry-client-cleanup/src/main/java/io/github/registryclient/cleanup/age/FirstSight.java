package io.github.registryclient.cleanup.age;

import io.github.registryclient.internal.ValueStyle;
import java.time.Instant;
import org.immutables.value.Value;

/** When earlier runs first saw a manifest under a tag. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class FirstSight {
    FirstSight() {}

    /**
     * The time of the run that saw it first.
     *
     * @return by the clock of that run
     */
    public abstract Instant time();

    /**
     * Whether that was the ledger's first run, so that it may have been there for any time before.
     *
     * @return true if so
     */
    @Value.Default
    public boolean atBeginning() {
        return false;
    }

    /**
     * A first sight.
     *
     * @param time when
     * @param atBeginning whether the ledger began then
     * @return the first sight
     */
    public static FirstSight of(Instant time, boolean atBeginning) {
        return ImmutableFirstSight.builder().time(time).atBeginning(atBeginning).build();
    }
}
