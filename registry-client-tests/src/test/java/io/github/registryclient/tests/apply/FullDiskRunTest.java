package io.github.registryclient.tests.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.JournalException;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The journal cannot be written any more in the middle of a run, wherever that is: nothing more goes, and what is said is true. */
class FullDiskRunTest extends ApplyScene {
    private static final Duration SURE = Duration.ofMinutes(6);

    private final MovableClock clock = MovableClock.at(Clock.systemUTC().instant());

    @Test
    void at_every_write_the_run_stops_says_what_is_true_and_can_be_gone_on_with() {
        int write = 2; // at the first, the run does not begin
        while (isFullAt(write)) {
            write++;
        }
        assertThat(write).isGreaterThan(12);
    }

    /** Whether there was such a write. */
    private boolean isFullAt(int write) {
        start(setUp());
        clock.move(SURE);
        push(SampleRepository.named("app")
                .tag("main", image())
                .tag("pr-1", image())
                .tag("pr-2", image()));
        Plan plan = plan();
        AtomicInteger writes = new AtomicInteger();
        KilledJournal full = new KilledJournal(journal, () -> {
            if (writes.incrementAndGet() >= write) {
                throw new JournalException("the journal cannot be written: No space left on device", null);
            }
        });

        Report report = Applier.of(client, plan, full)
                .oldestPlan(Duration.ofDays(9))
                .clock(clock)
                .build()
                .apply();

        boolean wasFull = writes.get() >= write;
        for (ItemReport item : report.items()) {
            boolean gone = !app().manifests().containsKey(item.digest().orElseThrow());
            boolean saidGone = item.outcome().isGone()
                    || item.outcome() == Outcome.FAILED
                            && item.cause().orElse("").startsWith("the manifest is gone, and whether its tags are");
            assertThat(saidGone).as("write " + write + ": " + item).isEqualTo(gone);
        }
        if (wasFull) {
            assertThat(report.stopped().orElse("") + report.notes())
                    .as("write " + write)
                    .contains("No space left");
        }
        clock.move(SURE);
        Report rest = Applier.of(client, plan, journal)
                .oldestPlan(Duration.ofDays(9))
                .clock(clock)
                .build()
                .apply();
        assertThat(rest.status()).as(rest.toTable()).isEqualTo(Report.Status.DONE);
        assertThat(app().tags()).containsOnlyKeys(Tag.of("main"));
        assertThat(rest.count(Outcome.FAILED)).isZero();
        return wasFull;
    }
}
