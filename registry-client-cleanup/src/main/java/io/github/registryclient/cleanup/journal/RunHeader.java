package io.github.registryclient.cleanup.journal;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What a run is. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RunHeader {
    /** What runs are for. */
    public enum Purpose {
        /** To carry out a plan. */
        APPLY,
        /** To take back what others did. */
        UNDO
    }

    RunHeader() {}

    /**
     * Its name.
     *
     * @return unique among the runs of a registry; later runs have greater names
     */
    public abstract String id();

    /**
     * What it is for.
     *
     * @return the purpose
     */
    public abstract Purpose purpose();

    /**
     * The registry.
     *
     * @return its address, without secrets
     */
    public abstract String registry();

    /**
     * The account that it ran under.
     *
     * @return its name; empty for nobody, or where it has none
     */
    public abstract Optional<String> account();

    /**
     * The plan that is carried out.
     *
     * @return its hash; empty if there is none
     */
    public abstract Optional<Digest> plan();

    /**
     * When it began.
     *
     * @return by this machine's clock
     */
    public abstract Instant begun();

    /**
     * Starts a header.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RunHeader}. */
    public static final class Builder extends ImmutableRunHeader.Builder {
        Builder() {}
    }
}
