package io.github.registryclient.cleanup.undo;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of one thing that was to be taken back. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class UndoItem {
    /** The ends. */
    public enum Status {
        /** It is there again, byte for byte. */
        RESTORED,
        /** It was there again already, or its tags belong to somebody else now; nothing was done. */
        ALREADY_THERE,
        /** Garbage was collected since: it is gone for good. */
        COLLECTED,
        /** Something that it needs is gone, so it was not tried. */
        IMPOSSIBLE,
        /** It was tried and failed; trying again may help. */
        FAILED
    }

    UndoItem() {}

    /**
     * The repository.
     *
     * @return its name
     */
    public abstract RepositoryName repository();

    /**
     * The manifest.
     *
     * @return its digest
     */
    public abstract Digest digest();

    /**
     * What became of it.
     *
     * @return the end
     */
    public abstract Status status();

    /**
     * The tags that it has again by this.
     *
     * @return in no special order
     */
    public abstract List<Tag> tags();

    /**
     * The tags that somebody has taken since, which were left.
     *
     * @return in no special order
     */
    public abstract List<Tag> taken();

    /**
     * Why.
     *
     * @return a sentence that names what is gone, or what failed; empty where all went well
     */
    public abstract Optional<String> reason();

    /**
     * What is gone for good.
     *
     * @return a blob or a manifest; empty unless it is {@link Status#IMPOSSIBLE}
     */
    public abstract Optional<Digest> gone();

    /**
     * Whether there is nothing more to do.
     *
     * @return true if it is there again
     */
    public boolean isBack() {
        return status() == Status.RESTORED || status() == Status.ALREADY_THERE;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UndoItem}. */
    static final class Builder extends ImmutableUndoItem.Builder {
        Builder() {}
    }
}
