package io.github.registryclient.tests.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.undo.UndoItem;
import io.github.registryclient.cleanup.undo.UndoItem.Status;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.cleanup.undo.UndoSelection;
import io.github.registryclient.cleanup.undo.Undoer;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is taken back where it was not told what became of a deletion: runs that were killed, and answers that said something else. */
class UnknownOutcomesTest extends UndoScene {
    private UndoReport undo(UndoSelection selection) {
        return Undoer.of(client, journal).build().undo(selection);
    }

    @Test
    void what_a_killed_run_had_begun_is_settled_by_reading() {
        SampleManifest gone = images.image();
        SampleManifest there = images.image();
        push(SampleRepository.named("app").tag("1", gone).tag("2", there));
        RegistrySnapshot before = registry.snapshot();
        RunLog killed = run();
        intend(killed, gone.digest());
        client.deleteManifest(APP, gone.digest());
        intend(killed, there.digest());

        UndoReport report = undoLater();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.items()).extracting(UndoItem::digest).containsExactly(gone.digest());
        assertThat(registry.snapshot()).isEqualTo(before);
        assertThat(outcomes()).containsExactly(Outcome.DELETED, Outcome.NOT_REACHED);
    }

    /** When no DELETE can be under way any more. */
    private UndoReport undoLater() {
        return Undoer.of(client, journal)
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)))
                .build()
                .undo(UndoSelection.lastRun());
    }

    private List<Outcome> outcomes() {
        RunRecord first = journal.runs(client.registry().toString()).get(0);
        return first.entries().stream()
                .map(JournalEntry::outcome)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    @Test
    void h9_what_the_registry_may_still_be_deleting_is_not_put_back_before_five_minutes_are_over() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        RegistrySnapshot before = registry.snapshot();
        RunLog killed = run();
        intend(killed, image.digest());
        registry.damage().danglingTags(APP, image.digest());

        UndoReport early = undo(UndoSelection.lastRun());
        UndoReport late = undoLater();

        assertThat(early.isComplete()).isFalse();
        assertThat(early.toTable()).contains("may still be deleting ");
        assertThat(late.isComplete()).isTrue();
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void h9_what_is_still_there_after_an_intent_is_not_settled_before_five_minutes_are_over() {
        SampleManifest image = images.image();
        push(SampleRepository.named("app").tag("1", image));
        RunLog killed = run();
        intend(killed, image.digest());

        UndoReport early = undo(UndoSelection.lastRun());

        assertThat(early.isComplete()).isFalse();
        assertThat(early.items().get(0).reason().orElseThrow()).contains("still there", "try again after");
        assertThat(outcomes()).isEmpty();
        client.deleteManifest(APP, image.digest()); // the registry comes to it
        UndoReport late = undoLater();
        assertThat(late.counts()).containsOnlyKeys(Status.RESTORED);
        assertThat(outcomes()).containsExactly(Outcome.DELETED);
    }

    @Test
    void r408_what_failed_or_was_gone_after_an_intent_comes_back_if_it_is_gone() {
        SampleManifest accepted = images.image();
        SampleManifest repeated = images.image();
        SampleManifest refused = images.image();
        SampleManifest theirs = images.image();
        push(SampleRepository.named("app")
                .tag("1", accepted)
                .tag("2", repeated)
                .tag("3", refused)
                .tag("4", theirs));
        client.deleteManifest(APP, theirs.digest());
        RegistrySnapshot before = registry.snapshot();
        RunLog log = run();
        attempt(log, accepted, Outcome.FAILED);
        attempt(log, repeated, Outcome.ALREADY_GONE);
        attempt(log, refused, Outcome.FAILED);
        log.write(entry(Kind.OUTCOME, theirs.digest(), List.of(Tag.of("4")))
                .outcome(Outcome.ALREADY_GONE)
                .build());
        end(log);
        client.deleteManifest(APP, accepted.digest());
        client.deleteManifest(APP, repeated.digest());

        UndoReport report = undo(UndoSelection.lastRun());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.counts()).containsEntry(Status.RESTORED, 2).containsEntry(Status.ALREADY_THERE, 1);
        assertThat(registry.snapshot()).isEqualTo(before);
        assertThat(undo(UndoSelection.lastRun()).items()).isEmpty();
    }

    private void attempt(RunLog log, SampleManifest manifest, Outcome outcome) {
        List<Tag> tags = intend(log, manifest.digest());
        log.write(entry(Kind.OUTCOME, manifest.digest(), tags).outcome(outcome).build());
    }
}
