package io.github.registryclient.cleanup.judge;

import io.github.registryclient.internal.ValueStyle;
import org.immutables.value.Value;

/** A verdict, and what decided it. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Decision {
    Decision() {}

    /**
     * What becomes of it.
     *
     * @return the verdict
     */
    public abstract Verdict verdict();

    /**
     * What decided it.
     *
     * @return one sentence without a full stop, for people
     */
    public abstract String because();

    static Decision of(Verdict verdict, String because) {
        return ImmutableDecision.builder().verdict(verdict).because(because).build();
    }

    /** Verdict and reason, for people. */
    @Override
    public final String toString() {
        return verdict() + ": " + because();
    }
}
