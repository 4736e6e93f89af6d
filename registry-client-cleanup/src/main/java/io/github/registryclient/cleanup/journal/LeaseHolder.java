package io.github.registryclient.cleanup.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A program that holds a lease, or may. Immutable. */
final class LeaseHolder {
    final String host;
    final long process;
    final Optional<Instant> started;
    final String user;

    /** Takes the machine's or container's name, empty where it has none, and when the process started, if that is known. */
    LeaseHolder(String host, long process, Optional<Instant> started, String user) {
        this.host = host;
        this.process = process;
        this.started = started;
        this.user = user;
    }

    /** This program. */
    static LeaseHolder here() {
        ProcessHandle process = ProcessHandle.current();
        return new LeaseHolder(
                HostName.find(),
                process.pid(),
                process.info().startInstant(),
                process.info().user().orElse(""));
    }

    boolean isOnMachineOf(LeaseHolder other) {
        return !host.isEmpty() && host.equals(other.host);
    }

    /** Asked on its own machine only. Numbers of processes come again: when it started tells. */
    boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(handle -> handle.info().startInstant())
                .filter(started::equals)
                .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeaseHolder
                && ((LeaseHolder) other).host.equals(host)
                && ((LeaseHolder) other).process == process
                && ((LeaseHolder) other).started.equals(started);
    }

    @Override
    public int hashCode() {
        return Objects.hash(host, process, started);
    }

    @Override
    public String toString() {
        return "process " + process + (user.isEmpty() ? "" : " of " + user) + " on "
                + (host.isEmpty() ? "a machine without a name" : host);
    }
}
