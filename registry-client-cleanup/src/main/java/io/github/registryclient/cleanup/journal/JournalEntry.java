package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that a run is about to do, or that came of it. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class JournalEntry {
    /** What entries tell. */
    public enum Kind {
        /** A manifest is about to be deleted, and with it all its tags. Its bytes are in the journal. */
        INTENT,
        /** What became of that. */
        OUTCOME,
        /** A tag is about to be deleted, and its manifest is to stay. */
        TAG_INTENT,
        /** What became of that. */
        TAG_OUTCOME,
        /** A throw-away manifest is about to be pushed, under a tag or under none, and then deleted. */
        THROW_AWAY,
        /** A throw-away is not there any more, and its tag is as it should be. */
        THROWN_AWAY,
        /** A manifest is about to be put back, and these tags with it. */
        PUTTING_BACK,
        /** A manifest is there again, with these tags. */
        PUT_BACK,
        /** The garbage collector took what a manifest needs, so it cannot be put back any more. */
        COLLECTED,
        /** The run is over; without it, it was killed. */
        END
    }

    JournalEntry() {}

    /**
     * What it tells.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * When it was written.
     *
     * @return by this machine's clock
     */
    public abstract Instant time();

    /**
     * The repository.
     *
     * @return empty where it is about no single one
     */
    public abstract Optional<RepositoryName> repository();

    /**
     * The manifest.
     *
     * @return empty where it is about none, such as of a tag that points to nothing
     */
    public abstract Optional<Digest> digest();

    /**
     * The tags.
     *
     * @return of an intent all that the manifest has, otherwise those that it is about
     */
    public abstract List<Tag> tags();

    /**
     * What came of it.
     *
     * @return empty unless it is an outcome
     */
    public abstract Optional<Outcome> outcome();

    /**
     * Why.
     *
     * @return a sentence for people, without secrets; empty where there is nothing to say
     */
    public abstract Optional<String> cause();

    /**
     * Starts an entry.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JournalEntry}. */
    public static final class Builder extends ImmutableJournalEntry.Builder {
        Builder() {}
    }
}
