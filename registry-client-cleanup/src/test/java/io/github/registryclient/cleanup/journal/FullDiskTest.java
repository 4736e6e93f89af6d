package io.github.registryclient.cleanup.journal;

import static io.github.registryclient.cleanup.journal.TestRuns.REGISTRY;
import static io.github.registryclient.cleanup.journal.TestRuns.end;
import static io.github.registryclient.cleanup.journal.TestRuns.header;
import static io.github.registryclient.cleanup.journal.TestRuns.intent;
import static io.github.registryclient.cleanup.journal.TestRuns.manifest;
import static io.github.registryclient.cleanup.journal.TestRuns.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final Manifest ONE = manifest("one");
    private static final long RESERVE = 16 << 20;

    @TempDir
    Path temp;

    @Test
    void a_run_that_would_not_fit_is_not_begun_and_told_what_to_free() {
        TestDisk disk = new TestDisk().room(20 << 20);

        assertThatThrownBy(() -> journal(disk).begin(header("r1"), 10 << 20))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("its disk has room for 20 MiB")
                .hasMessageContaining("free 7 MiB there, or name another folder with --journal");
        assertThat(temp).isEmptyDirectory();
        journal(disk).begin(header("r1"), (4 << 20)).close();
    }

    @Test
    void the_room_of_a_real_disk_is_that_of_the_folder_above_one_that_is_missing() throws IOException {
        assertThat(new RealDisk().room(temp.resolve("a/b/c"))).isPositive();
        assertThatThrownBy(() -> journal(new RealDisk()).begin(header("r1"), Long.MAX_VALUE / 2))
                .hasMessageContaining("name another folder with --journal");
    }

    @Test
    void a_read_only_disk_is_told_before_anything_is_deleted() {
        assertThatThrownBy(() -> journal(new TestDisk().readOnly(true)).begin(header("r1"), 0))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the journal cannot be written to " + temp)
                .hasMessageContaining(
                        "Read-only file system; make that folder writable for this account, or name another");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_told() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        assertThatThrownBy(() -> TestRuns.journal(file, new RealDisk()).begin(header("r1"), 0))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot be written to " + file);
        assertThatThrownBy(() -> TestRuns.journal(file, new RealDisk()).lease(REGISTRY))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("name another folder with --journal");
    }

    @Test
    void a_disk_that_is_full_at_the_first_line_leaves_no_run() {
        TestDisk disk = new TestDisk().room(RESERVE);
        assertThatThrownBy(() -> {
                    try (RunLog log = journal(new Shrinking(disk)).begin(header("r1"), 0)) {
                        throw new AssertionError("begun: " + log);
                    }
                })
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("No space left on device");
        assertThat(journal(disk).runs(REGISTRY)).isEmpty();
        assertThat(TestRuns.runs(temp)).isEmptyDirectory();
    }

    @Test
    void a_disk_that_fills_up_in_a_line_ends_all_writing_with_the_same_failure_and_the_run_goes_on_later()
            throws IOException {
        TestDisk disk = new TestDisk();
        RunLog log = journal(disk).begin(header("r1"), 0);
        log.write(intent(ONE.digest(), "1.0"));
        log.flush();
        byte[] good = Files.readAllBytes(running());

        disk.room(10);
        Throwable first = catchThrowable(() -> log.write(outcome(ONE.digest(), Outcome.DELETED)));
        disk.room(RESERVE * 2);

        assertThat(first)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(running() + ": ")
                .hasMessageContaining("No space left on device; nothing more is deleted: free some space");
        assertThat(catchThrowable(() -> log.write(end()))).isSameAs(first);
        assertThat(catchThrowable(() -> log.keep(ONE))).isSameAs(first);
        assertThat(catchThrowable(log::flush)).isSameAs(first);
        log.close();
        assertThat(Files.readAllBytes(running())).hasSize(good.length + 10).startsWith(good);
        try (RunLog resumed = journal(disk).resume(only())) {
            resumed.write(outcome(ONE.digest(), Outcome.DELETED));
            resumed.write(end());
        }
        assertThat(only().entries())
                .containsExactly(intent(ONE.digest(), "1.0"), outcome(ONE.digest(), Outcome.DELETED), end());
    }

    @Test
    void a_flush_that_fails_once_is_never_followed_by_one_that_seems_to_work() {
        TestDisk disk = new TestDisk();
        RunLog log = journal(disk).begin(header("r1"), 0);
        log.write(intent(ONE.digest(), "1.0"));
        disk.syncFails(true);
        Throwable first = catchThrowable(log::flush);
        disk.syncFails(false);

        assertThat(first).isInstanceOf(JournalException.class).hasMessageContaining("Input/output error");
        assertThat(catchThrowable(log::flush)).isSameAs(first);
        assertThat(catchThrowable(() -> log.keep(ONE))).isSameAs(first);
        log.close();
    }

    @Test
    void an_end_that_is_not_on_the_disk_ends_no_run() {
        TestDisk disk = new TestDisk();
        RunLog log = journal(disk).begin(header("r1"), 0);
        log.write(end());
        disk.syncFails(true);

        assertThatThrownBy(log::close).isInstanceOf(JournalException.class);
        assertThat(running()).exists();
    }

    @Test
    void a_run_whose_new_name_cannot_be_written_has_ended_all_the_same() {
        TestDisk disk = new TestDisk();
        RunLog log = journal(disk).begin(header("r1"), 0);
        log.write(end());
        log.flush();
        disk.readOnly(true);
        log.close();

        assertThat(running()).exists();
        assertThat(journal(disk).unfinished(REGISTRY)).isEmpty();
        assertThat(only().isEnded()).isTrue();
    }

    private FolderJournal journal(Disk disk) {
        return TestRuns.journal(temp, disk);
    }

    private Path running() {
        return TestRuns.runs(temp).resolve("r1.running.jsonl");
    }

    private RunRecord only() {
        List<RunRecord> runs = journal(new RealDisk()).runs(REGISTRY);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    /** Somebody else fills it between the look at its room and the first line. */
    private static final class Shrinking implements Disk {
        private final TestDisk disk;

        Shrinking(TestDisk disk) {
            this.disk = disk;
        }

        @Override
        public long room(Path folder) throws IOException {
            return disk.room(folder);
        }

        @Override
        public void make(Path file) throws IOException {
            disk.make(file);
        }

        @Override
        public Sink open(Path file, long length) throws IOException {
            return disk.room(20).open(file, length);
        }

        @Override
        public void rename(Path file, Path name) throws IOException {
            disk.rename(file, name);
        }
    }
}
