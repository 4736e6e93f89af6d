package io.github.registryclient.cleanup.store;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/** What a ledger remembers of one repository. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RepositoryRecord {
    RepositoryRecord() {}

    /**
     * Where each tag pointed at the last look, and since when it was seen to.
     *
     * @return by tag
     */
    public abstract Map<Tag, Sighting> tags();

    /**
     * Manifests that were under a tag once and are not any more, and indexes that never were under one: as far as they were there when
     * they were last asked for.
     *
     * @return such as an index that was built anew, and when it was first seen without a tag and without an index or a subject above it
     */
    public abstract Map<Digest, Instant> superseded();

    /**
     * Indexes that have no tag, and to which another index or a subject still led at the last look.
     *
     * @return by digest
     */
    public abstract Set<Digest> led();

    /**
     * Starts a record.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RepositoryRecord}. */
    public static final class Builder extends ImmutableRepositoryRecord.Builder {
        Builder() {}
    }
}
