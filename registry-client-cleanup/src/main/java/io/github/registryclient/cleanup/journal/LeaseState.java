package io.github.registryclient.cleanup.journal;

import io.github.registryclient.internal.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What a lease file says. Immutable. */
final class LeaseState {
    /** Raised by everyone who takes the lease, and never lowered. */
    final long number;

    final LeaseHolder holder;
    final Instant since;
    final Instant beat;
    /** Whether it was given back. */
    final boolean free;

    LeaseState(long number, LeaseHolder holder, Instant since, Instant beat, boolean free) {
        this.number = number;
        this.holder = holder;
        this.since = since;
        this.beat = beat;
        this.free = free;
    }

    LeaseState beaten(Instant now) {
        return new LeaseState(number, holder, since, now, false);
    }

    LeaseState givenBack() {
        return new LeaseState(number, holder, since, beat, true);
    }

    /** Whether it is of the same taking of the lease. */
    boolean isSame(LeaseState other) {
        return number == other.number && holder.equals(other.holder) && since.equals(other.since) && !other.free;
    }

    /** Whether three beats are missing. */
    boolean isOverdue(Instant now, Duration interval) {
        return now.isAfter(beat.plus(interval.multipliedBy(3)));
    }

    /** Who holds it, for people. */
    String shown() {
        return Excerpt.of(holder.toString()) + ", since " + since + ", last seen " + beat;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeaseState
                && isSame((LeaseState) other)
                && ((LeaseState) other).beat.equals(beat)
                && ((LeaseState) other).free == free;
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, holder, since, beat);
    }
}
