package io.github.registryclient.cleanup.journal;

import static io.github.registryclient.cleanup.journal.TestRuns.BEGUN;
import static io.github.registryclient.cleanup.journal.TestRuns.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLeaseTest {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final LeaseHolder HERE = LeaseHolder.here();

    @TempDir
    Path temp;

    private final HandClock clock = new HandClock(BEGUN);
    private final HandPulse pulse = new HandPulse();

    @Test
    void h13_a_second_one_is_refused_and_told_who_holds_it_also_in_the_same_jvm() {
        try (Lease first = journal().lease(REGISTRY)) {
            clock.go(Duration.ofSeconds(10));
            assertThatThrownBy(() -> journal().lease(REGISTRY))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("somebody else is changing " + REGISTRY + " by this journal: process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining(" on " + HERE.host + ", since " + BEGUN + ", last seen " + BEGUN)
                    .hasMessageContaining("wait for its end, or stop it")
                    .hasMessageContaining("45 s after it was last seen");
            assertThatCode(first::require).doesNotThrowAnyException();
        }
    }

    @Test
    void h13_one_that_is_refused_in_the_same_jvm_does_not_end_the_lock_of_the_one_that_holds_it() throws IOException {
        Path locks = Path.of("/proc/locks");
        assumeTrue(Files.isReadable(locks));
        try (Lease first = journal().lease(REGISTRY)) {
            String inode = ":" + Files.getAttribute(lock(), "unix:ino") + " ";
            assertThat(Files.readString(locks)).contains(inode);
            assertThatThrownBy(() -> journal().lease(REGISTRY)).isInstanceOf(LeaseHeldException.class);

            assertThat(Files.readString(locks)).contains(inode);
            first.require();
        }
    }

    @Test
    void h13_a_holder_that_is_alive_on_this_machine_holds_it_though_it_lost_its_lock() throws IOException {
        LeaseHolder next = new LeaseHolder(HERE.host, HERE.process + 1, Optional.empty(), "ci");
        write(new LeaseState(7, HERE, BEGUN, BEGUN, false));
        assertThatThrownBy(() -> journal(next).lease(REGISTRY)).isInstanceOf(LeaseHeldException.class);

        clock.go(INTERVAL.multipliedBy(4));
        journal(next).lease(REGISTRY).close();
        assertThat(state().number).isEqualTo(8);
    }

    @Test
    void h13_another_registry_has_a_lease_of_its_own() {
        try (Lease one = journal().lease(REGISTRY);
                Lease other = journal().lease("https://other.example/")) {
            one.require();
            other.require();
        }
    }

    @Test
    void h13_one_that_was_given_back_is_free_and_its_number_is_raised() throws IOException {
        for (int number = 1; number <= 3; number++) {
            try (Lease lease = journal().lease(REGISTRY)) {
                lease.require();
                assertThat(state().number).isEqualTo(number);
                assertThat(state().free).isFalse();
            }
            assertThat(state().number).isEqualTo(number);
            assertThat(state().free).isTrue();
        }
        assertThat(pulse.count()).isZero();
    }

    @Test
    void h13_a_killed_holder_on_this_machine_is_taken_over_at_once_by_a_raised_number() throws IOException {
        write(new LeaseState(7, dead(HERE.host), BEGUN, BEGUN, false));

        try (Lease lease = journal().lease(REGISTRY)) {
            lease.require();
            assertThat(state().number).isEqualTo(8);
            assertThat(state().holder).isEqualTo(HERE);
        }
    }

    @Test
    void h13_a_process_of_the_same_number_that_started_at_another_time_is_another_one() throws IOException {
        LeaseHolder before = new LeaseHolder(HERE.host, HERE.process, Optional.of(Instant.EPOCH), "ci");
        write(new LeaseState(7, before, BEGUN, BEGUN, false));

        journal().lease(REGISTRY).close();
        assertThat(state().number).isEqualTo(8);
    }

    @Test
    void h13_a_holder_on_another_machine_is_taken_over_after_three_missed_beats_and_not_before() throws IOException {
        write(new LeaseState(7, dead("elsewhere"), BEGUN, BEGUN, false));
        clock.go(INTERVAL.multipliedBy(3));
        assertThatThrownBy(() -> journal().lease(REGISTRY))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("process 999999999 of ci on elsewhere");

        clock.go(Duration.ofNanos(1));
        try (Lease lease = journal().lease(REGISTRY)) {
            lease.require();
            assertThat(state().number).isEqualTo(8);
        }
    }

    @Test
    void h13_machines_without_a_name_are_not_taken_for_the_same() throws IOException {
        LeaseHolder nameless = new LeaseHolder("", HERE.process, HERE.started, "ci");
        write(new LeaseState(7, dead(""), BEGUN, BEGUN, false));

        assertThatThrownBy(() -> journal(nameless).lease(REGISTRY))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("a machine without a name");
    }

    @Test
    void h13_whoever_has_the_operating_systems_lock_holds_it_whatever_the_file_says() throws IOException {
        write(new LeaseState(7, dead(HERE.host), BEGUN.minusSeconds(9999), BEGUN.minusSeconds(9999), false));
        try (FileChannel other = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var locked = other.lock()) {
            assertThat(locked.isValid()).isTrue();
            assertThatThrownBy(() -> journal().lease(REGISTRY)).isInstanceOf(LeaseHeldException.class);

            Files.delete(file());
            assertThatThrownBy(() -> journal().lease(REGISTRY))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("who it is could not be read from " + file());
        }
    }

    @Test
    void h28_a_holder_that_was_taken_over_does_nothing_more_and_leaves_the_new_one_alone() throws IOException {
        Lease first = journal().lease(REGISTRY);
        LeaseState successor = new LeaseState(2, dead("elsewhere"), BEGUN, BEGUN, false);
        write(successor);

        assertThatThrownBy(first::require)
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("the lease of " + REGISTRY + ", number 1, is lost")
                .hasMessageContaining("taken over as number 2 by process 999999999 of ci on elsewhere")
                .hasMessageContaining("resume the run");
        pulse.beat();
        first.close();
        assertThat(state()).isEqualTo(successor);
    }

    @Test
    void h28_a_holder_that_was_taken_over_notices_it_also_by_a_beat() throws IOException {
        Lease first = journal().lease(REGISTRY);
        LeaseState successor = new LeaseState(2, dead("elsewhere"), BEGUN, BEGUN, false);
        write(successor);
        pulse.beat();

        assertThat(state()).isEqualTo(successor);
        assertThatThrownBy(first::require).isInstanceOf(LeaseLostException.class);
        first.close();
    }

    @Test
    void h28_the_same_number_of_another_holder_is_not_ours() throws IOException {
        Lease first = journal().lease(REGISTRY);
        write(new LeaseState(1, dead("elsewhere"), BEGUN, BEGUN, false));

        assertThatThrownBy(first::require).isInstanceOf(LeaseLostException.class);
        first.close();
    }

    @Test
    void h28_a_machine_that_was_paused_for_three_beats_has_lost_it_though_nobody_took_it() {
        Lease lease = journal().lease(REGISTRY);
        clock.go(INTERVAL.multipliedBy(3).plusNanos(1));

        Throwable lost = catchThrowable(lease::require);
        assertThat(lost)
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("it was last confirmed " + BEGUN)
                .hasMessageContaining("this machine was paused, or its clock was set");
        clock.go(INTERVAL.multipliedBy(-3));
        assertThat(catchThrowable(lease::require)).isSameAs(lost);
        lease.close();
    }

    @Test
    void h28_beats_after_the_pause_do_not_bring_it_back() {
        Lease lease = journal().lease(REGISTRY);
        clock.go(INTERVAL.multipliedBy(4));
        pulse.beat();

        assertThatThrownBy(lease::require).isInstanceOf(LeaseLostException.class);
        lease.close();
    }

    @Test
    void h28_a_clock_that_is_set_back_by_more_than_a_beat_tells_no_more_and_by_less_does_no_harm() {
        try (Lease lease = journal().lease(REGISTRY)) {
            clock.go(INTERVAL.negated());
            lease.require();
            clock.go(INTERVAL.negated().minusNanos(1));

            assertThatThrownBy(lease::require)
                    .isInstanceOf(LeaseLostException.class)
                    .hasMessageContaining("the clock was set back");
        }
    }

    @Test
    void h28_a_lease_whose_file_is_gone_or_altered_is_lost() throws IOException {
        Lease gone = journal().lease(REGISTRY);
        Files.delete(file());
        assertThatThrownBy(gone::require)
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("its file is gone");
        gone.close();

        Lease altered = journal().lease(REGISTRY);
        Files.writeString(file(), "{}");
        assertThatThrownBy(altered::require)
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("its file cannot be read any more");
        altered.close();
        assertThatThrownBy(() -> journal().lease(REGISTRY))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file() + " says not who changes the registry")
                .hasMessageContaining("remove it if nobody does");
    }

    @Test
    void h13_it_beats_when_it_is_asked_for_and_while_its_holder_waits() throws IOException {
        try (Lease lease = journal().lease(REGISTRY)) {
            clock.go(INTERVAL.minusNanos(1));
            lease.require();
            assertThat(state().beat).isEqualTo(BEGUN);

            clock.go(Duration.ofNanos(1));
            lease.require();
            assertThat(state().beat).isEqualTo(BEGUN.plus(INTERVAL));

            for (int i = 0; i < 10; i++) {
                clock.go(INTERVAL.multipliedBy(2));
                pulse.beat();
            }
            lease.require();
            assertThat(state().beat).isEqualTo(BEGUN.plus(INTERVAL.multipliedBy(21)));
            assertThat(state().since).isEqualTo(BEGUN);
        }
    }

    @Test
    void h28_one_that_was_given_back_is_not_held() {
        Lease lease = journal().lease(REGISTRY);
        lease.close();
        lease.close();

        assertThatThrownBy(lease::require).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void an_interrupted_thread_holds_it_as_others_do() throws IOException {
        Thread.currentThread().interrupt();
        try (Lease lease = journal().lease(REGISTRY)) {
            clock.go(INTERVAL);
            lease.require();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(state().beat).isEqualTo(BEGUN.plus(INTERVAL));
        assertThat(state().free).isTrue();
    }

    @Test
    void a_thread_beats_without_keeping_the_program_alive_and_ends_with_the_lease() throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(3);
        Thread[] by = new Thread[1];
        Pulse.Beating beating = new ThreadPulse()
                .start(
                        () -> {
                            by[0] = Thread.currentThread();
                            beats.countDown();
                        },
                        Duration.ofMillis(1));
        assertThat(beats.await(60, TimeUnit.SECONDS)).isTrue();
        beating.close();

        assertThat(by[0].isDaemon()).isTrue();
        by[0].join(60_000);
        assertThat(by[0].isAlive()).isFalse();
    }

    private FolderJournal journal() {
        return journal(HERE);
    }

    private FolderJournal journal(LeaseHolder here) {
        return new FolderJournal(temp, new RealDisk(), new LeaseTerms(clock, INTERVAL, () -> here, pulse));
    }

    private static LeaseHolder dead(String host) {
        return new LeaseHolder(host, 999_999_999, Optional.of(BEGUN.minusSeconds(60)), "ci");
    }

    private Path file() {
        return TestRuns.runs(temp).resolveSibling("lease.json");
    }

    private Path lock() {
        return TestRuns.runs(temp).resolveSibling("lease.lock");
    }

    private LeaseState state() throws IOException {
        return new LeaseFile(file()).read().orElseThrow();
    }

    private void write(LeaseState state) throws IOException {
        Files.createDirectories(file().getParent());
        new LeaseFile(file()).write(state);
    }
}
