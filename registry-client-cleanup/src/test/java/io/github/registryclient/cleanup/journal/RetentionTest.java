package io.github.registryclient.cleanup.journal;

import static io.github.registryclient.cleanup.journal.TestRuns.BEGUN;
import static io.github.registryclient.cleanup.journal.TestRuns.REGISTRY;
import static io.github.registryclient.cleanup.journal.TestRuns.bytes;
import static io.github.registryclient.cleanup.journal.TestRuns.end;
import static io.github.registryclient.cleanup.journal.TestRuns.entry;
import static io.github.registryclient.cleanup.journal.TestRuns.header;
import static io.github.registryclient.cleanup.journal.TestRuns.intent;
import static io.github.registryclient.cleanup.journal.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.journal.JournalEntry.Kind;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final Instant LATER = BEGUN.plusSeconds(99);
    private static final Digest A = Digest.sha256(bytes("a"));
    private static final Digest B = Digest.sha256(bytes("b"));

    @TempDir
    Path temp;

    @Test
    void h12_a_run_is_kept_while_something_that_it_deleted_is_neither_back_nor_collected() {
        run("r1", intent(A), outcome(A, Outcome.DELETED), intent(B), outcome(B, Outcome.DELETED), end());
        assertThat(left()).containsExactly("r1");

        run("r2", entry(Kind.PUT_BACK, A).build(), end());
        assertThat(left()).containsExactly("r1", "r2");

        run("r3", entry(Kind.COLLECTED, B).build(), end());
        assertThat(left()).isEmpty();
    }

    @Test
    void h12_what_was_put_back_and_deleted_again_is_owed_by_the_later_run() {
        run("r1", intent(A), outcome(A, Outcome.DELETED), end());
        run("r2", entry(Kind.PUT_BACK, A).build(), end());
        run("r3", intent(A), outcome(A, Outcome.DELETED), end());

        assertThat(left()).containsExactly("r3");
    }

    @Test
    void h12_what_was_collected_before_it_was_pushed_and_deleted_again_is_owed() {
        run("r1", entry(Kind.COLLECTED, A).build(), intent(A), outcome(A, Outcome.DELETED), end());

        assertThat(left()).containsExactly("r1");
    }

    @Test
    void h12_the_same_digest_in_another_repository_is_another_matter_unless_it_is_collected_everywhere() {
        run("r1", intent(A), outcome(A, Outcome.DELETED), end());
        RepositoryName other = RepositoryName.of("team/other");
        run("r2", entry(Kind.PUT_BACK, A).repository(other).build(), end());
        assertThat(left()).containsExactly("r1");

        run(
                "r3",
                JournalEntry.builder()
                        .from(entry(Kind.COLLECTED, A).build())
                        .repository(Optional.empty())
                        .build(),
                end());
        assertThat(left()).isEmpty();
    }

    @Test
    void h12_a_settlement_that_is_earlier_by_the_clock_does_not_count_as_runs_that_are_resumed_write_late() {
        JournalEntry late = JournalEntry.builder()
                .from(outcome(A, Outcome.DELETED))
                .time(BEGUN.plusSeconds(50))
                .build();
        run("r1", intent(A), late, end());
        run("r2", entry(Kind.PUT_BACK, A).build(), end());

        assertThat(left()).containsExactly("r1", "r2");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void h12_what_may_be_gone_keeps_its_run_and_what_is_surely_there_does_not(Outcome outcome) {
        run("r1", intent(A), outcome(A, outcome), end());

        boolean mayBeGone = List.of(Outcome.DELETED, Outcome.UNTAGGED, Outcome.ALREADY_GONE, Outcome.FAILED)
                .contains(outcome);
        assertThat(left()).hasSize(mayBeGone ? 1 : 0);
    }

    @Test
    void h12_what_was_deleted_once_in_a_run_is_not_there_because_a_second_try_was_put_off() {
        run("r1", intent(A), outcome(A, Outcome.DELETED), intent(A), outcome(A, Outcome.NOT_REACHED), end());

        assertThat(left()).containsExactly("r1");
    }

    @Test
    void h12_an_intent_or_a_throw_away_without_an_outcome_keeps_its_run() {
        run("r1", intent(A), end());
        run("r2", entry(Kind.THROW_AWAY, B).build(), end());
        run("r3", entry(Kind.THROW_AWAY, B).build(), entry(Kind.THROWN_AWAY, B).build(), end());

        assertThat(left()).containsExactly("r1", "r2", "r3");
        run("r4", entry(Kind.PUT_BACK, A).build(), entry(Kind.PUT_BACK, B).build(), end());
        assertThat(left()).isEmpty();
    }

    @Test
    void h12_a_tag_that_went_alone_keeps_its_run_only_while_its_manifest_is_gone_by_a_run() {
        JournalEntry untagging = entry(Kind.TAG_INTENT, A, "1.0").build();
        JournalEntry untagged =
                entry(Kind.TAG_OUTCOME, A, "1.0").outcome(Outcome.UNTAGGED).build();
        run("r1", untagging, untagged, end());
        run("r2", intent(A), outcome(A, Outcome.DELETED), end());
        assertThat(left()).containsExactly("r1", "r2");

        run("r3", entry(Kind.COLLECTED, A).build(), end());
        assertThat(left()).isEmpty();

        run("r4", untagging, untagged, end());
        assertThat(left()).isEmpty();
    }

    @Test
    void h12_an_undo_is_kept_as_long_as_the_deletion_that_it_took_back_is_written_down() {
        run("r1", intent(A), outcome(A, Outcome.DELETED), intent(B), outcome(B, Outcome.DELETED), end());
        run("r2", entry(Kind.PUT_BACK, A).build(), end());
        run("r3", entry(Kind.PUT_BACK, Digest.sha256(bytes("c"))).build(), end());

        assertThat(left()).containsExactly("r1", "r2");
    }

    @Test
    void a_run_without_end_and_one_that_is_younger_are_kept() {
        run("r1");
        run("r2", end());

        assertThat(journal().forget(REGISTRY, BEGUN)).isZero();
        assertThat(journal().forget(REGISTRY, BEGUN.plusNanos(1))).isEqualTo(1);
        assertThat(left()).containsExactly("r1");
    }

    @Test
    void where_no_run_was_nothing_is_forgotten() {
        assertThat(journal().forget(REGISTRY, LATER)).isZero();
        assertThat(temp).isEmptyDirectory();
    }

    private FolderJournal journal() {
        return TestRuns.journal(temp, new RealDisk());
    }

    private void run(String id, JournalEntry... entries) {
        try (RunLog log = journal().begin(header(id), 0)) {
            List.of(entries).forEach(log::write);
        }
    }

    /** What is still there after everything that may be was forgotten. */
    private List<String> left() {
        journal().forget(REGISTRY, LATER);
        return journal().runs(REGISTRY).stream().map(run -> run.header().id()).collect(Collectors.toList());
    }
}
