package io.github.registryclient.cleanup.age;

import io.github.registryclient.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** When something came, as far as is known, and who says so. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Age {
    /** Of the built-in sources: the time stamp in the tag. */
    public static final String TAG = "tag";

    /** Of the built-in sources: {@code org.opencontainers.image.created} of the manifest or index itself. */
    public static final String ANNOTATION = "annotation";

    /** Of the built-in sources: {@code created} of the configuration, of an index the youngest. */
    public static final String CONFIG = "config";

    /** Of the built-in sources: when earlier runs first saw this manifest under this tag. */
    public static final String LEDGER = "ledger";

    Age() {}

    /**
     * All that was asked.
     *
     * @return in the order of the sources
     */
    public abstract List<AgeEvidence> evidence();

    /**
     * The one that decided.
     *
     * @return empty if the age is unknown
     */
    public abstract Optional<AgeEvidence> decided();

    /**
     * What decides the order of equal times in tags.
     *
     * @return digits; empty if there are none
     */
    @Value.Default
    public String rest() {
        return "";
    }

    /**
     * When it was pushed, by the sources that see pushes: the time stamp in the tag and the ledger.
     *
     * @return empty if none of them knows
     */
    public abstract Optional<AgeEvidence> push();

    /**
     * The time that counts, if it is known to be that time and no earlier one.
     *
     * @return empty if it is unknown, or known only to be at least that long ago
     */
    public Optional<Instant> time() {
        return decided().filter(one -> !one.orEarlier()).flatMap(AgeEvidence::time);
    }

    /**
     * The time at which it was there already.
     *
     * @return empty if the age is unknown
     */
    public Optional<Instant> noLaterThan() {
        return decided().flatMap(AgeEvidence::time);
    }

    /**
     * Nothing is known.
     *
     * @return an age without evidence
     */
    public static Age unknown() {
        return builder().build();
    }

    /**
     * Starts an age.
     *
     * @return a builder without evidence
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Age}. */
    public static final class Builder extends ImmutableAge.Builder {
        Builder() {}
    }
}
