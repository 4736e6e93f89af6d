package io.github.registryclient.tests.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.journal.RunHeader;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that ends before or after any of its requests and any of its writes into the journal: the next one settles what it had begun
 * and does the rest, and all of it can be taken back, byte for byte.
 */
class KilledTest {
    private static final Duration SURE = Duration.ofMinutes(6);
    private static final int FEWEST_STEPS = 60;
    private static final int MAIN_VERSION = 17;
    /** On other versions one in so many. */
    private static final int ELSEWHERE = 5;

    @TempDir
    private Path folder;

    private final MovableClock clock = MovableClock.at(Clock.systemUTC().instant());

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void killed_at_every_step_it_is_resumed_and_undone() {
        int stride = Runtime.version().feature() == MAIN_VERSION ? 1 : ELSEWHERE;
        int step = 1;
        while (killedAt(step)) {
            step += stride;
        }
        System.out.println("kill points tried, up to step " + step + ": " + step / stride);
        assertThat(step).isGreaterThan(FEWEST_STEPS);
    }

    /** Whether there was such a step. */
    private boolean killedAt(int step) {
        SampleImages images = SampleImages.seeded(3);
        SampleManifest kept = images.image();
        SampleManifest going = images.image(ImageSpec.defaults());
        SampleRepository app = SampleRepository.named("app")
                .tag("main", kept)
                .tag("pr-1", going)
                .tag("pr-1-again", going)
                .tag("pr-2", images.twoPlatformIndex())
                .tag("pr-main", kept)
                .cosignTag(images, going)
                .build();
        try (EmbeddedRegistry registry =
                        EmbeddedRegistry.builder().requestsKept(0).start();
                HttpRegistryClient client = HttpRegistryClient.builder(
                                registry.uri().toString())
                        .retries(0)
                        .build()) {
            RegistryFiller.of(registry.uri()).push(app);
            Plan plan = Planner.of(client, ApplyScene.PULL_REQUESTS).build().plan();
            RegistrySnapshot before = registry.snapshot();
            boolean killed = isKilled(step, client, plan);
            clock.move(SURE);

            Report report =
                    Applier.of(client, plan, journal(step)).clock(clock).build().apply();
            assertThat(report.status())
                    .as("killed at step " + step + "\n" + report.toTable())
                    .isEqualTo(Report.Status.DONE);
            assertThat(registry.snapshot().repository("app").tags().keySet().toString())
                    .as("killed at step " + step)
                    .isEqualTo("[main]");

            undo(step, client);
            assertThat(registry.snapshot().repositories())
                    .as("killed at step " + step)
                    .isEqualTo(before.repositories());
            return killed;
        }
    }

    private Journal journal(int step) {
        return new FolderJournal(folder.resolve("journal-" + step), clock);
    }

    private boolean isKilled(int step, HttpRegistryClient client, Plan plan) {
        AtomicInteger steps = new AtomicInteger();
        Runnable count = () -> {
            if (steps.incrementAndGet() >= step) {
                throw new Killed("at step " + step);
            }
        };
        RegistryClient meddled = Meddled.client(client, (number, call) -> count.run());
        try {
            Applier.of(meddled, plan, new KilledJournal(journal(step), count))
                    .clock(clock)
                    .build()
                    .apply();
            return false;
        } catch (Killed expected) {
            return true;
        }
    }

    private void undo(int step, HttpRegistryClient client) {
        List<RunRecord> runs =
                new ArrayList<>(journal(step).runs(client.registry().toString()));
        Collections.reverse(runs);
        for (RunRecord run : runs) {
            if (run.header().purpose() == RunHeader.Purpose.APPLY) {
                UndoReport report = Undoer.of(client, journal(step))
                        .clock(clock)
                        .build()
                        .undo(UndoSelection.run(run.header().id()));
                assertThat(report.isComplete()).as(report.toTable()).isTrue();
            }
        }
    }
}
