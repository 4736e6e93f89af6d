package io.github.registryclient.cleanup.restore;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of something that was to be put back. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Restored {
    /** The ends. */
    public enum Status {
        /** Something was put, and read back byte for byte. */
        RESTORED,
        /** All of it was there, or belongs to somebody else now: nothing was put. */
        ALREADY_THERE,
        /** Something that it needs is gone, so it was not tried. */
        IMPOSSIBLE,
        /** It was tried, or was to be looked at, and that failed; some of it may be there. */
        FAILED
    }

    Restored() {}

    /**
     * How it ended.
     *
     * @return the end
     */
    public abstract Status status();

    /**
     * Why.
     *
     * @return empty where all went well
     */
    public abstract Optional<String> reason();

    /**
     * What is gone for good.
     *
     * @return a blob or a manifest; empty unless it is {@link Status#IMPOSSIBLE}
     */
    public abstract Optional<Digest> gone();

    /**
     * The manifests that were put, with those that it needs.
     *
     * @return in their order
     */
    public abstract List<Digest> manifests();

    /**
     * The tags that were put.
     *
     * @return in their order
     */
    public abstract List<Tag> tags();

    /**
     * The tags that point to something else now, and were left.
     *
     * @return in their order
     */
    public abstract List<Tag> taken();

    static Restored failed(String reason) {
        return builder().status(Status.FAILED).reason(reason).build();
    }

    static Restored impossible(Gone gone) {
        return builder()
                .status(Status.IMPOSSIBLE)
                .reason(gone.reason())
                .gone(gone.digest())
                .build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Restored}. */
    static final class Builder extends ImmutableRestored.Builder {
        Builder() {}
    }
}
