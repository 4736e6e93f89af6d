package io.github.registryclient.cleanup.journal;

import static io.github.registryclient.cleanup.journal.TestRuns.REGISTRY;
import static io.github.registryclient.cleanup.journal.TestRuns.end;
import static io.github.registryclient.cleanup.journal.TestRuns.header;
import static io.github.registryclient.cleanup.journal.TestRuns.intent;
import static io.github.registryclient.cleanup.journal.TestRuns.manifest;
import static io.github.registryclient.cleanup.journal.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedRunTest {
    private static final Manifest ONE = manifest("one");

    @TempDir
    Path temp;

    @Test
    void a_last_line_torn_at_any_byte_is_no_entry_and_is_cut_off_when_the_run_goes_on() throws IOException {
        byte[] whole = written(false);
        int last = startOfLine(whole, 4);
        for (int length = last; length < whole.length; length++) {
            Files.write(running(), Arrays.copyOf(whole, length));

            RunRecord torn = only();
            assertThat(torn.entries()).containsExactly(intent(ONE.digest(), "1.0"));
            assertThat(torn.manifest(ONE.digest())).hasValue(ONE);
            assertThat(((FolderRunRecord) torn).isTorn()).isEqualTo(length > last);
            try (RunLog log = journal().resume(torn)) {
                log.write(outcome(ONE.digest(), Outcome.DELETED));
            }
            assertThat(Files.readAllBytes(running())).isEqualTo(whole);
        }
    }

    @Test
    void a_last_line_with_zeros_or_another_byte_is_no_entry_either() throws IOException {
        byte[] whole = written(false);
        for (int at = startOfLine(whole, 4); at < whole.length - 1; at++) {
            byte[] altered = whole.clone();
            Arrays.fill(altered, at, whole.length - 1, (byte) 0);
            Files.write(running(), altered);

            assertThat(only().entries()).containsExactly(intent(ONE.digest(), "1.0"));
        }
    }

    @Test
    void a_run_killed_while_its_head_was_written_is_none() throws IOException {
        byte[] whole = written(false);
        for (int length = 0; length < startOfLine(whole, 2); length++) {
            Files.write(running(), Arrays.copyOf(whole, length));
            assertThat(journal().runs(REGISTRY)).isEmpty();
            assertThat(journal().unfinished(REGISTRY)).isEmpty();
        }
    }

    @Test
    void any_byte_of_an_earlier_line_that_is_changed_is_told_with_file_line_and_remedy() throws IOException {
        byte[] whole = written(false);
        int last = startOfLine(whole, 4);
        for (int at = 0; at < last; at++) {
            for (int change : new int[] {1, 0x80, whole[at] ^ '\n'}) {
                byte[] altered = whole.clone();
                altered[at] ^= (byte) change;
                if (change == 0) {
                    continue;
                }
                Files.write(running(), altered);

                assertThatThrownBy(() -> journal().unfinished(REGISTRY))
                        .as("byte %d changed by %d", at, change)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining(running() + ": line " + lineOf(whole, at) + ": ")
                        .hasMessageContaining("put a copy of the file back, or move it away");
            }
        }
    }

    @Test
    void a_line_that_was_taken_away_or_moved_or_doubled_is_noticed() throws IOException {
        written(false);
        List<String> lines = Files.readAllLines(running());
        for (int i = 0; i < lines.size() - 1; i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            List<String> more = new ArrayList<>(lines);
            more.add(i, lines.get(i));
            List<String> moved = new ArrayList<>(lines);
            Collections.swap(moved, i, i + 1);
            for (List<String> changed : List.of(fewer, more, moved)) {
                Files.write(running(), changed);
                if (changed.size() == 3 && i == 2) {
                    assertThat(only().entries())
                            .as("the last line is not what follows")
                            .isEmpty();
                } else {
                    assertThatThrownBy(() -> journal().runs(REGISTRY)).isInstanceOf(JournalException.class);
                }
            }
        }
    }

    @Test
    void an_ended_run_that_was_cut_is_told_also_between_two_lines() throws IOException {
        byte[] whole = written(true);
        for (int length = 0; length < whole.length; length++) {
            Files.write(ended(), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> journal().runs(REGISTRY))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(ended() + ": line ")
                    .hasMessageContaining("the run has ended, and ");
        }
    }

    @Test
    void a_file_of_another_version_registry_or_run_is_refused() throws IOException {
        written(false);
        Line head = Line.of(LineWriter.of(header("r1")).replace("\"version\":1", "\"version\":2"), Line.FIRST);
        Files.write(running(), head.bytes());
        assertRefused("line 1: expected version 1, not 2, which another release has written");

        RunHeader other = RunHeader.builder()
                .from(header("r1"))
                .registry("https://other.example/")
                .build();
        Files.write(running(), Line.of(LineWriter.of(other), Line.FIRST).bytes());
        assertRefused("line 1: expected a run of " + REGISTRY + ", not of https://other.example/");

        Files.write(running(), Line.of(LineWriter.of(header("r2")), Line.FIRST).bytes());
        assertRefused("line 1: expected run r1, as the file's name says, not r2");

        Files.write(
                running(),
                Line.of(LineWriter.of(intent(ONE.digest())), Line.FIRST).bytes());
        assertRefused("line 1: expected the head of a run");
    }

    @Test
    void a_line_that_this_release_does_not_know_is_refused_though_it_is_whole() throws IOException {
        written(false);
        Line head = Line.of(LineWriter.of(header("r1")), Line.FIRST);
        for (String object : List.of(
                "{\"kind\":\"MOVED\",\"time\":\"2026-03-01T02:00:00Z\"}",
                "{\"kind\":\"END\",\"time\":" + "\"2026-03-01T02:00:00Z\",\"more\":1}",
                "{\"kind\":\"END\",\"time\":\"today\"}",
                "{\"a\":1}",
                "[1]",
                "no")) {
            Files.write(running(), head.bytes());
            Files.write(running(), Line.of(object, head.check()).bytes(), StandardOpenOption.APPEND);
            assertRefused("line 2: ");
        }
    }

    @Test
    void a_line_longer_than_any_is_refused_before_it_fills_the_memory() throws IOException {
        written(false);
        Files.write(running(), new byte[Line.LONGEST + 1]);
        assertRefused("line 1: it is longer than any that a journal has");
    }

    @Test
    void a_manifest_that_was_changed_since_its_run_was_read_is_refused() throws IOException {
        byte[] whole = written(false);
        RunRecord read = only();
        String altered = new String(whole, StandardCharsets.UTF_8).replace("note\\\": \\\"one", "note\\\": \\\"two");
        Files.writeString(running(), altered);
        assertThatThrownBy(() -> read.manifest(ONE.digest()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(running() + ": line 2: its check does not fit");

        Files.write(running(), new byte[10]);
        assertThatThrownBy(() -> read.manifest(ONE.digest()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("line 2: it is not there any more");

        Files.delete(running());
        assertThatThrownBy(() -> read.manifest(ONE.digest()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the journal cannot be read");
    }

    @Test
    void a_kept_manifest_that_is_not_what_its_digest_says_is_refused() throws IOException {
        written(false);
        Line head = Line.of(LineWriter.of(header("r1")), Line.FIRST);
        Line kept = Line.of(
                LineWriter.of(ONE.mediaType(), ONE.digest(), manifest("two").bytes()), head.check());
        Files.write(running(), head.bytes());
        Files.write(running(), kept.bytes(), StandardOpenOption.APPEND);

        assertThatThrownBy(() -> only().manifest(ONE.digest()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("line 2: ")
                .hasMessageContaining("not " + ONE.digest());
    }

    @Test
    void a_run_that_is_in_no_folder_here_is_not_resumed() {
        RunRecord elsewhere;
        written(false);
        elsewhere = only();
        assertThat(running().toFile().delete()).isTrue();

        assertThatThrownBy(() -> journal().resume(elsewhere))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has no run r1");
    }

    /** Four lines: head, manifest, intent and outcome, and an end if it is to have one. */
    private byte[] written(boolean ending) {
        try (RunLog log = journal().begin(header("r1"), 0)) {
            log.keep(ONE);
            log.write(intent(ONE.digest(), "1.0"));
            log.write(outcome(ONE.digest(), Outcome.DELETED));
            if (ending) {
                log.write(end());
            }
        }
        try {
            return Files.readAllBytes(ending ? ended() : running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> journal().runs(REGISTRY))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("move it away");
    }

    private static int startOfLine(byte[] bytes, int number) {
        int at = 0;
        for (int line = 1; line < number; at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private static int lineOf(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private FolderJournal journal() {
        return TestRuns.journal(temp, new RealDisk());
    }

    private RunRecord only() {
        List<RunRecord> runs = journal().runs(REGISTRY);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private Path running() {
        return TestRuns.runs(temp).resolve("r1.running.jsonl");
    }

    private Path ended() {
        return TestRuns.runs(temp).resolve("r1.jsonl");
    }
}
