package io.github.registryclient.cleanup.report;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a run did. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Report {
    /** How a run ended, the best first. */
    public enum Status {
        /** All that could go went; what was skipped, is protected or cannot be untagged does not count against it. */
        DONE,
        /** Something was not reached or not allowed; another run may go on. */
        PARTIAL,
        /** Something was tried and failed, or something was lost that should have stayed. */
        FAILED
    }

    Report() {}

    /**
     * The run.
     *
     * @return its name in the journal
     */
    public abstract String run();

    /**
     * The registry.
     *
     * @return its address, without secrets
     */
    public abstract String registry();

    /**
     * The plan that was carried out.
     *
     * @return its hash
     */
    public abstract Digest plan();

    /**
     * When it began.
     *
     * @return by this machine's clock
     */
    public abstract Instant begun();

    /**
     * When it ended.
     *
     * @return by this machine's clock
     */
    public abstract Instant ended();

    /**
     * What was lost that should have stayed.
     *
     * @return sentences, with what was done about it; empty if nothing was
     */
    public abstract List<String> breaches();

    /**
     * What failed that is no single item's.
     *
     * @return empty if nothing did
     */
    public abstract Optional<String> failure();

    /**
     * Why it ended before it was through.
     *
     * @return empty if it was not stopped
     */
    public abstract Optional<String> stopped();

    /**
     * What a reader should know.
     *
     * @return sentences: what others did meanwhile, what earlier runs left, how old looks were
     */
    public abstract List<String> notes();

    /**
     * What became of everything that the plan said should go.
     *
     * @return by repository, in the order in which it was to go
     */
    public abstract List<ItemReport> items();

    /**
     * What the plan expected to free.
     *
     * @return in bytes
     */
    public abstract long forecast();

    /**
     * What will be free when garbage is collected, counted anew for what was really deleted.
     *
     * @return in bytes
     */
    public abstract long freed();

    /**
     * Why {@link #freed} may be less.
     *
     * @return empty if it is expected, as far as the API tells
     */
    public abstract List<String> atMostBecause();

    /**
     * What was asked of the registry.
     *
     * @return empty if nobody counted
     */
    public abstract Optional<Traffic> traffic();

    /**
     * How it ended.
     *
     * @return the status, for programs and schedules
     */
    public Status status() {
        if (!breaches().isEmpty() || failure().isPresent() || count(Outcome.FAILED) > 0) {
            return Status.FAILED;
        }
        return stopped().isPresent() || count(Outcome.NOT_REACHED) + count(Outcome.DENIED) > 0
                ? Status.PARTIAL
                : Status.DONE;
    }

    /**
     * How many items ended so.
     *
     * @param outcome how
     * @return how many
     */
    public long count(Outcome outcome) {
        return counts().getOrDefault(outcome, 0L);
    }

    /**
     * How many items ended how.
     *
     * @return only what there is, in the order of the outcomes
     */
    @Value.Lazy
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        items().forEach(item -> counts.merge(item.outcome(), 1L, Long::sum));
        return counts;
    }

    /**
     * What the items that ended so free each by itself; what several share is in none.
     *
     * @param outcome how
     * @return in bytes
     */
    public long bytes(Outcome outcome) {
        return items().stream()
                .filter(item -> item.outcome() == outcome)
                .mapToLong(ItemReport::bytes)
                .sum();
    }

    /**
     * Writes the report as JSON, in whole or not at all.
     *
     * @param file where to; replaced if it is there
     * @throws io.github.registryclient.error.InvalidInputException if it cannot be written there
     */
    public void write(Path file) {
        ReportFile.write(this, file);
    }

    /**
     * A table for people, which begins with what matters.
     *
     * @return lines
     */
    public String toTable() {
        return ReportTable.of(this);
    }

    /** Counts, for people. */
    @Override
    public final String toString() {
        return "run " + run() + " on " + registry() + ": " + status() + " " + counts();
    }

    /**
     * Starts a report.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Report}. */
    public static final class Builder extends ImmutableReport.Builder {
        Builder() {}
    }
}
