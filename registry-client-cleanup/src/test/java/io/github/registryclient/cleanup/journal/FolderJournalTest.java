package io.github.registryclient.cleanup.journal;

import static io.github.registryclient.cleanup.journal.TestRuns.REGISTRY;
import static io.github.registryclient.cleanup.journal.TestRuns.bytes;
import static io.github.registryclient.cleanup.journal.TestRuns.end;
import static io.github.registryclient.cleanup.journal.TestRuns.entry;
import static io.github.registryclient.cleanup.journal.TestRuns.header;
import static io.github.registryclient.cleanup.journal.TestRuns.intent;
import static io.github.registryclient.cleanup.journal.TestRuns.manifest;
import static io.github.registryclient.cleanup.journal.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderJournalTest {
    private static final Manifest ONE = manifest("one");
    private static final Manifest TWO = manifest("two, \u00fc \ud83d\ude00 \\u0000");

    @TempDir
    Path temp;

    @Test
    void before_the_first_run_there_is_none_and_nothing_is_made() {
        assertThat(journal().runs(REGISTRY)).isEmpty();
        assertThat(journal().unfinished(REGISTRY)).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void the_registries_of_which_there_are_runs_are_known_by_the_heads_of_the_runs() {
        assertThat(journal().registries()).isEmpty();
        for (String registry : List.of("https://b.example.com/", "https://a.example.com/", "https://a.example.com/")) {
            RunHeader header = RunHeader.builder()
                    .from(header("r" + journal().runs(registry).size()))
                    .registry(registry)
                    .build();
            try (RunLog log = journal().begin(header, 0)) {
                log.flush();
            }
        }

        assertThat(journal().registries()).containsExactly("https://a.example.com/", "https://b.example.com/");
    }

    @Test
    void a_damaged_head_does_not_hide_a_registry() throws IOException {
        try (RunLog log = journal().begin(header("r1"), 0)) {
            log.write(end());
            log.flush();
        }
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jsonl")).collect(Collectors.toList())) {
                Files.writeString(file, "{}\n{}\n");
            }
        }

        assertThatThrownBy(() -> journal().registries())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("r1.jsonl: line 1: ");
    }

    @Test
    void what_was_written_is_read_again() {
        List<JournalEntry> entries = List.of(
                intent(ONE.digest(), "1.0", "la test, \u00fc"),
                outcome(ONE.digest(), Outcome.DELETED),
                entry(JournalEntry.Kind.TAG_INTENT, TWO.digest(), "2.0").build(),
                entry(JournalEntry.Kind.TAG_OUTCOME, TWO.digest(), "2.0")
                        .outcome(Outcome.FAILED)
                        .cause("it said \"no\"\nand more")
                        .build(),
                end());
        try (RunLog log = journal().begin(header("r1"), 1000)) {
            log.keep(ONE);
            log.keep(TWO);
            entries.forEach(log::write);
            log.flush();
        }

        RunRecord read = only();
        assertThat(read.header()).isEqualTo(header("r1"));
        assertThat(read.entries()).isEqualTo(entries);
        assertThat(read.manifest(ONE.digest())).hasValue(ONE);
        assertThat(read.manifest(TWO.digest())).hasValue(TWO);
        assertThat(read.manifest(Digest.sha256(bytes("never kept")))).isEmpty();
        assertThat(read.isEnded()).isTrue();
        assertThat(journal().unfinished(REGISTRY)).isEmpty();
    }

    @Test
    void a_line_is_what_jq_reads_and_holds_the_manifest_as_a_text() throws IOException {
        try (RunLog log = journal().begin(header("r1"), 0)) {
            log.keep(ONE);
            log.write(intent(ONE.digest(), "1.0"));
        }

        List<String> lines = Files.readAllLines(running("r1"));
        assertThat(lines.get(0))
                .startsWith("{\"kind\":\"RUN\",\"version\":1,\"id\":\"r1\",\"purpose\":\"APPLY\",\"registry\":\""
                        + REGISTRY + "\",\"account\":\"robot$ci\",\"plan\":\"sha256:")
                .matches(".*\",\"time\":\"2026-03-01T02:00:00.123456789Z\",\"check\":\"[0-9a-f]{8}\"}");
        assertThat(lines.get(1))
                .startsWith("{\"kind\":\"MANIFEST\",\"digest\":\"" + ONE.digest() + "\",\"mediaType\":\"" + TestRuns.OCI
                        + "\",\"content\":\"{\\\"schemaVersion\\\": 2,\\n\\t\\\"mediaType\\\"");
        assertThat(lines.get(2))
                .startsWith(
                        "{\"kind\":\"INTENT\",\"time\":\"2026-03-01T02:00:01.123456789Z\",\"repository\":\"team/app\","
                                + "\"digest\":\"" + ONE.digest() + "\",\"tags\":[\"1.0\"],\"check\":\"");
        assertThat(lines).hasSize(3);
    }

    @Test
    void a_manifest_is_kept_once_in_a_run_also_when_it_is_resumed() throws IOException {
        try (RunLog log = journal().begin(header("r1"), 0)) {
            log.keep(ONE);
            log.keep(ONE);
        }
        try (RunLog log = journal().resume(only())) {
            log.keep(ONE);
            log.keep(TWO);
        }

        assertThat(Files.readAllLines(running("r1"))).hasSize(3);
        assertThat(only().manifest(TWO.digest())).hasValue(TWO);
    }

    @Test
    void bytes_that_are_no_text_come_back_as_they_were() {
        byte[] bytes = bytes("{\"schemaVersion\":2,\"mediaType\":\"" + TestRuns.OCI
                + "\",\"annotations\":{\"n\":\"?\"}," + "\"config\":{\"mediaType\":\"a/b\",\"size\":2,\"digest\":\""
                + ONE.digest() + "\"},\"layers\":[]}");
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xe9 : bytes[i];
        }
        byte[] line = Line.of(LineWriter.of(TestRuns.OCI, ONE.digest(), bytes), Line.FIRST)
                .bytes();

        assertThat(new String(line, StandardCharsets.US_ASCII)).contains("\"base64\":\"");
        assertThat(new LineReader(Line.objectOf(Arrays.copyOf(line, line.length - 1))).content())
                .isEqualTo(bytes);
    }

    @Test
    void schema_1_keeps_the_digest_and_the_type_that_it_had() {
        Manifest old = Manifest.parse(
                "application/vnd.docker.distribution.manifest.v1+prettyjws",
                bytes("{\n \"schemaVersion\": 1,\n \"name\": \"a\",\n \"tag\": \"b\",\n \"architecture\": \"amd64\",\n"
                        + " \"fsLayers\": [{\"blobSum\": \"" + ONE.digest() + "\"}],\n"
                        + " \"history\": [{\"v1Compatibility\": \"{}\"}]\n}"),
                Digest.of("sha256:" + "0123456789abcdef".repeat(4)));
        try (RunLog log = journal().begin(header("r1"), 0)) {
            log.keep(old);
        }

        assertThat(only().manifest(old.digest())).hasValue(old);
    }

    @Test
    void the_newest_run_is_told_by_the_names_of_files_alone() throws IOException {
        assertThat(journal().newest(REGISTRY)).isEmpty();
        begin("r1").close();
        try (RunLog log = begin("r3")) {
            log.write(end());
        }
        begin("r2").close();
        Files.writeString(running("r2"), "damaged");

        assertThat(journal().newest(REGISTRY)).hasValue("r3");
        assertThat(journal().newest("https://other.example/")).isEmpty();
    }

    @Test
    void h13_an_owner_that_slept_while_another_ended_its_run_writes_nothing_into_it() {
        RunLog paused = begin("r1");
        try (RunLog successor = journal().resume(only())) {
            successor.write(outcome(ONE.digest(), Outcome.NOT_REACHED));
            successor.write(end());
        }

        assertThatThrownBy(() -> paused.write(outcome(ONE.digest(), Outcome.DELETED)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("somebody else went on with run r1");
        assertThatThrownBy(() -> paused.keep(TWO)).isInstanceOf(JournalException.class);
        paused.close();

        assertThat(only().entries())
                .containsExactly(intent(ONE.digest(), "1.0"), outcome(ONE.digest(), Outcome.NOT_REACHED), end());
        assertThat(journal().unfinished(REGISTRY)).isEmpty();
    }

    @Test
    void what_would_go_into_a_file_that_was_removed_is_not_taken_for_written() throws IOException {
        try (RunLog log = begin("r1")) {
            Files.delete(running("r1"));

            assertThatThrownBy(() -> log.write(intent(ONE.digest(), "1.0")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("or removed it");
        }
    }

    @Test
    void a_run_without_end_is_unfinished_and_is_ended_by_the_one_that_resumes_it() {
        begin("r1").close();
        begin("r2").close();
        assertThat(ids(journal().unfinished(REGISTRY))).containsExactly("r1", "r2");

        try (RunLog log = journal().resume(journal().unfinished(REGISTRY).get(0))) {
            assertThat(log.header()).isEqualTo(header("r1"));
            log.write(end());
            log.flush();
        }

        assertThat(ids(journal().unfinished(REGISTRY))).containsExactly("r2");
        assertThat(ids(journal().runs(REGISTRY))).containsExactly("r1", "r2");
        assertThat(running("r1")).doesNotExist();
        assertThat(ended("r1")).exists();
    }

    @Test
    void what_is_unfinished_is_found_without_reading_what_has_ended() throws IOException {
        finish("r1");
        begin("r2").close();
        Files.writeString(ended("r1"), "damaged");

        assertThat(ids(journal().unfinished(REGISTRY))).containsExactly("r2");
        assertThatThrownBy(() -> journal().runs(REGISTRY)).isInstanceOf(JournalException.class);
    }

    @Test
    void the_largest_manifests_fit_into_a_line_whatever_is_in_them_and_larger_ones_are_refused() {
        byte[] escaped = new byte[5 << 20];
        Arrays.fill(escaped, (byte) 1);
        byte[] binary = new byte[12 << 20];
        Arrays.fill(binary, (byte) 0xff);
        for (byte[] bytes : List.of(escaped, binary)) {
            byte[] line = Line.of(LineWriter.of(TestRuns.OCI, ONE.digest(), bytes), Line.FIRST)
                    .bytes();

            assertThat(line.length).isLessThanOrEqualTo(Line.LONGEST);
            assertThat(new LineReader(Line.objectOf(Arrays.copyOf(line, line.length - 1))).content())
                    .isEqualTo(bytes);
        }
        assertThatThrownBy(() -> LineWriter.of(TestRuns.OCI, ONE.digest(), new byte[(12 << 20) + 1]))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("leave it out of the plan");
    }

    @Test
    void an_ended_run_can_be_written_on_and_is_unfinished_meanwhile() {
        finish("r1");
        try (RunLog log = journal().resume(only())) {
            log.write(entry(JournalEntry.Kind.COLLECTED, ONE.digest()).build());
            assertThat(ids(journal().unfinished(REGISTRY))).containsExactly("r1");
            log.write(end());
        }

        assertThat(only().isEnded()).isTrue();
        assertThat(only().entries()).hasSize(3);
        assertThat(ended("r1")).exists();
    }

    @Test
    void a_run_killed_between_its_end_and_its_new_name_has_ended() throws IOException {
        finish("r1");
        Files.move(ended("r1"), running("r1"));

        assertThat(journal().unfinished(REGISTRY)).isEmpty();
        assertThat(only().isEnded()).isTrue();
    }

    @Test
    void manifests_are_found_after_their_run_has_ended() {
        RunLog log = journal().begin(header("r1"), 0);
        log.keep(ONE);
        RunRecord before = only();
        log.write(end());
        log.close();

        assertThat(before.manifest(ONE.digest())).hasValue(ONE);
    }

    @Test
    void a_run_is_not_begun_twice() {
        finish("r1");
        assertThatThrownBy(() -> journal().begin(header("r1"), 0))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has a run r1 already: resume it");
        assertThat(only().isEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../r", "a/b", "a.running", "r 1", "-r", "\u00fc"})
    void a_name_that_is_no_file_is_refused(String id) {
        assertThatThrownBy(() -> journal().begin(header(id), 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("invalid name of a run");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void each_registry_has_its_own_runs() {
        finish("r1");
        String other = "http://registry.example:5000/";
        journal()
                .begin(RunHeader.builder().from(header("r1")).registry(other).build(), 0)
                .close();

        assertThat(journal().runs(REGISTRY).get(0).isEnded()).isTrue();
        assertThat(journal().runs(other).get(0).isEnded()).isFalse();
    }

    @Test
    void nothing_is_written_after_the_end_of_writing() {
        RunLog log = begin("r1");
        log.close();
        log.close();

        assertThatThrownBy(() -> log.write(end()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("resume it to write on");
        assertThatThrownBy(log::flush).isInstanceOf(JournalException.class);
        assertThat(only().entries()).hasSize(1);
    }

    @Test
    void an_interrupted_thread_writes_and_reads_as_others_do() {
        Thread.currentThread().interrupt();
        try {
            RunLog log = journal().begin(header("r1"), 0);
            log.keep(ONE);
            log.write(intent(ONE.digest()));
            log.flush();
            assertThat(only().manifest(ONE.digest())).hasValue(ONE);
            log.write(end());
            log.flush();
            log.close();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(only().isEnded()).isTrue();
    }

    @Test
    void only_the_owner_reads_them() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        finish("r1");
        begin("r2").close();
        journal().lease(REGISTRY).close();
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path one : all.collect(Collectors.toList())) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .as(one.toString())
                        .isEqualTo(Files.isDirectory(one) ? "rwx------" : "rw-------");
            }
        }
    }

    private Path folder() {
        return temp.resolve("journal");
    }

    private FolderJournal journal() {
        return TestRuns.journal(folder(), new RealDisk());
    }

    private RunLog begin(String id) {
        RunLog log = journal().begin(header(id), 0);
        log.write(intent(ONE.digest(), "1.0"));
        log.flush();
        return log;
    }

    private void finish(String id) {
        try (RunLog log = journal().begin(header(id), 0)) {
            log.write(end());
        }
    }

    private RunRecord only() {
        List<RunRecord> runs = journal().runs(REGISTRY);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static List<String> ids(List<RunRecord> runs) {
        return runs.stream().map(run -> run.header().id()).collect(Collectors.toList());
    }

    private Path running(String id) {
        return TestRuns.runs(folder()).resolve(id + ".running.jsonl");
    }

    private Path ended(String id) {
        return TestRuns.runs(folder()).resolve(id + ".jsonl");
    }
}
