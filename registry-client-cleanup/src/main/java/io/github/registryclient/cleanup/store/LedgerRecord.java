package io.github.registryclient.cleanup.store;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.Map;
import org.immutables.value.Value;

/** What a ledger remembers of one registry. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class LedgerRecord {
    LedgerRecord() {}

    /**
     * When the ledger began.
     *
     * @return the time of its first run
     */
    public abstract Instant began();

    /**
     * Whether it was begun in the place of one that was lost.
     *
     * @return true if so
     */
    @Value.Default
    public boolean replacesLost() {
        return false;
    }

    /**
     * What it remembers of each repository.
     *
     * @return by name
     */
    public abstract Map<RepositoryName, RepositoryRecord> repositories();

    /**
     * Starts a record.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LedgerRecord}. */
    public static final class Builder extends ImmutableLedgerRecord.Builder {
        Builder() {}
    }
}
