package io.github.registryclient.tests.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A run ends in order, whoever ends it: what is in hand is finished, and the next run goes on. */
class StopTest extends ApplyScene {
    private final MovableClock clock = MovableClock.at(Clock.systemUTC().instant());

    private Plan filled() {
        push(SampleRepository.named("app")
                .tag("main", image())
                .tag("pr-1", image())
                .tag("pr-2", image())
                .tag("pr-3", image()));
        return plan();
    }

    private void assertGoesOn(Plan plan, Report stopped, String why) {
        assertThat(stopped.stopped().orElse("")).contains(why);
        assertThat(stopped.count(Outcome.DELETED)).isEqualTo(1);
        assertThat(stopped.count(Outcome.NOT_REACHED)).isEqualTo(2);
        assertThat(stopped.status()).isEqualTo(Report.Status.PARTIAL);

        Report rest = applier(plan).clock(clock).build().apply();
        assertThat(rest.status()).isEqualTo(Report.Status.DONE);
        assertThat(tags()).containsExactly("main");
    }

    private Meddled.Meddler atFirstDelete(Runnable what) {
        boolean[] done = new boolean[1];
        return (number, call) -> {
            if (call.startsWith("deleteManifest") && !done[0]) {
                done[0] = true;
                what.run();
            }
        };
    }

    @Test
    void after_a_time() {
        Plan plan = filled();
        Report report = applier(plan, atFirstDelete(() -> clock.move(Duration.ofMinutes(90))))
                .acceptSlowDeletions()
                .clock(clock)
                .stopAfter(Duration.ofHours(1))
                .build()
                .apply();
        assertGoesOn(plan, report, "it ran for 1 h 0 min");
    }

    @Test
    void at_a_time() {
        Plan plan = filled();
        Report report = applier(plan, atFirstDelete(() -> clock.move(Duration.ofHours(2))))
                .acceptSlowDeletions()
                .clock(clock)
                .until(clock.instant().plus(Duration.ofHours(1)))
                .stopAfter(Duration.ofHours(5))
                .build()
                .apply();
        assertGoesOn(plan, report, "until when it was to run");
    }

    @Test
    void after_so_many_items() {
        Plan plan = filled();
        Report report = applier(plan).clock(clock).atMost(1).build().apply();
        assertGoesOn(plan, report, "it was to delete 1 at most");
    }

    @Test
    void when_somebody_stops_it() {
        Plan plan = filled();
        AtomicReference<Applier> applier = new AtomicReference<>();
        applier.set(applier(plan, atFirstDelete(() -> applier.get().stop("SIGTERM")))
                .clock(clock)
                .build());
        assertGoesOn(plan, applier.get().apply(), "SIGTERM");
    }

    @Test
    void when_its_thread_is_interrupted_which_stays_so() {
        Plan plan = filled();
        Thread here = Thread.currentThread();
        Report report = applier(plan, atFirstDelete(here::interrupt))
                .clock(clock)
                .build()
                .apply();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.stopped().orElse("")).contains("interrupted");
        assertThat(report.count(Outcome.DELETED)).isBetween(1L, 3L);
    }

    @Test
    void when_the_client_is_closed_what_was_in_hand_is_found_out_by_the_next() {
        Plan plan = filled();
        Report report =
                applier(plan, atFirstDelete(client::close)).clock(clock).build().apply();
        assertThat(report.stopped().orElse("")).contains("closed");
        assertThat(report.count(Outcome.DELETED)).isZero();
        assertThat(journal.entries().get(journal.entries().size() - 1).kind()).isEqualTo(JournalEntry.Kind.INTENT);

        client = HttpRegistryClient.connect(registry.uri().toString());
        clock.move(Duration.ofMinutes(6)); // before that, the registry may still be at it
        Report rest = applier(plan).clock(clock).build().apply();
        assertThat(rest.status()).as(rest.toTable()).isEqualTo(Report.Status.DONE);
        assertThat(rest.notes()).anyMatch(note -> note.contains("was killed; what it had begun is settled"));
        assertThat(tags()).containsExactly("main");
    }
}
