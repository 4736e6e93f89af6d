package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.age.AgeSource;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.cleanup.store.FirstSeenLedger;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.RepositoryName;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a plan is made. Immutable. */
@Value.Immutable
@ValueStyle
abstract class PlanSettings {
    static final int DEFAULT_REPOSITORIES_AT_ONCE = 4;
    static final int DEFAULT_READS_AT_ONCE = 8;

    abstract Policy policy();

    /** Empty for the whole catalog. */
    abstract Optional<Set<RepositoryName>> repositories();

    abstract List<InUse> inUse();

    @Value.Default
    boolean nothingInUse() {
        return false;
    }

    abstract Optional<FirstSeenLedger> ledger();

    @Value.Default
    DocumentCache cache() {
        return DocumentCache.NONE;
    }

    abstract List<AgeSource> ageSources();

    @Value.Default
    boolean verifiesSizes() {
        return false;
    }

    @Value.Default
    boolean checks() {
        return false;
    }

    @Value.Default
    Clock clock() {
        return Clock.systemUTC();
    }

    @Value.Default
    PlanProgress progress() {
        return (repository, done, all) -> {};
    }

    @Value.Default
    int repositoriesAtOnce() {
        return DEFAULT_REPOSITORIES_AT_ONCE;
    }

    @Value.Default
    int readsAtOnce() {
        return DEFAULT_READS_AT_ONCE;
    }
}
