package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.report.Traffic;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.internal.ValueStyle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/** How a plan is carried out. Immutable. */
@Value.Immutable
@ValueStyle
abstract class ApplySettings {
    static final Duration OLDEST_PLAN = Duration.ofHours(24);
    static final Duration SLOW_DELETION = Duration.ofSeconds(2);
    static final Duration YOUNGEST_LOOK_LIMIT = Duration.ofSeconds(60);
    static final Duration QUIET = Duration.ofMinutes(5);
    static final Duration LAST_ITEM = Duration.ofSeconds(8);
    static final int REPOSITORIES_AT_ONCE = 2;

    @Value.Default
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Empty: what {@link Brake} does. */
    abstract Optional<Pause> pause();

    @Value.Default
    Duration oldestPlan() {
        return OLDEST_PLAN;
    }

    @Value.Default
    boolean requiresUndo() {
        return false;
    }

    abstract List<InUse> inUse();

    @Value.Default
    int repositoriesAtOnce() {
        return REPOSITORIES_AT_ONCE;
    }

    /** Empty: the longer of a minute and ten times what the look took. */
    abstract Optional<Duration> lookLimit();

    @Value.Default
    Duration slowDeletion() {
        return SLOW_DELETION;
    }

    @Value.Default
    boolean acceptsSlow() {
        return false;
    }

    @Value.Default
    boolean throwsAway() {
        return false;
    }

    abstract Optional<Duration> keepsJournal();

    abstract Optional<Duration> stopAfter();

    abstract Optional<Instant> until();

    @Value.Default
    int mostItems() {
        return Integer.MAX_VALUE;
    }

    @Value.Default
    ApplyProgress progress() {
        return ApplyProgress.NONE;
    }

    abstract Optional<Supplier<Traffic>> traffic();
}
