package io.github.registryclient.cleanup.report;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of one thing that the plan said should go: a manifest with its tags, or a tag alone. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ItemReport {
    ItemReport() {}

    /**
     * The repository.
     *
     * @return its name
     */
    public abstract RepositoryName repository();

    /**
     * The manifest.
     *
     * @return for a tag alone the manifest that stays; empty for a tag that points to nothing
     */
    public abstract Optional<Digest> digest();

    /**
     * The tags.
     *
     * @return those that go with the manifest, or the one that goes alone
     */
    public abstract List<Tag> tags();

    /**
     * Whether a manifest was to go, and not only a tag.
     *
     * @return true for a manifest
     */
    public abstract boolean isManifest();

    /**
     * What became of it.
     *
     * @return the outcome
     */
    public abstract Outcome outcome();

    /**
     * When that was clear.
     *
     * @return by this machine's clock; empty if it was not reached
     */
    public abstract Optional<Instant> time();

    /**
     * Why the plan said that it should go.
     *
     * @return a sentence for people
     */
    public abstract String because();

    /**
     * Why it ended so.
     *
     * @return a sentence for people, without secrets; empty where the outcome says all
     */
    public abstract Optional<String> cause();

    /**
     * Why it could not be put back, or not wholly, even before garbage is collected.
     *
     * @return empty if it can, as far as is known
     */
    public abstract Optional<String> irrevocable();

    /**
     * How long the registry took for the DELETE. A tag that was pushed to another digest in that time may be lost, and nobody can see
     * it (distribution 2.8, run).
     *
     * @return empty if none was sent
     */
    public abstract Optional<Duration> deletion();

    /**
     * How long it was from the last look at its tags to the end of the DELETE: what was pushed under one of them in that time fell
     * into the window.
     *
     * @return empty if no DELETE was sent
     */
    public abstract Optional<Duration> window();

    /**
     * How long it was from the beginning of the last look at the whole repository to the end of the DELETE: another tag or an index
     * that was pushed onto the manifest in that time fell into the window.
     *
     * @return empty if no DELETE was sent
     */
    public abstract Optional<Duration> lookWindow();

    /**
     * What it alone frees.
     *
     * @return in bytes, as the plan counted; 0 if it was not deleted
     */
    public abstract long bytes();

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ItemReport}. */
    public static final class Builder extends ImmutableItemReport.Builder {
        Builder() {}
    }
}
