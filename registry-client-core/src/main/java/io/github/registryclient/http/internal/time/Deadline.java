package io.github.registryclient.http.internal.time;

import java.time.Clock;
import java.time.Duration;

/** When a call has to be over. Immutable; reads the client's clock, so that tests need not wait. */
public final class Deadline {
    private static final int PARTS = 10;
    private static final long LONGEST_LOOK_MILLIS = 60_000;

    private final Clock clock;
    private final long endMillis;
    private final Duration allowed;

    private Deadline(Clock clock, long endMillis, Duration allowed) {
        this.clock = clock;
        this.endMillis = endMillis;
        this.allowed = allowed;
    }

    /**
     * The deadline of a call that begins now.
     *
     * @param allowed how long it may take
     * @param clock the client's clock
     * @return when it has to be over
     */
    public static Deadline in(Duration allowed, Clock clock) {
        return new Deadline(clock, clock.millis() + allowed.toMillis(), allowed);
    }

    /**
     * What is left.
     *
     * @return milliseconds, 0 if it has passed
     */
    public long leftMillis() {
        return Math.max(0, endMillis - clock.millis());
    }

    /**
     * Whichever is over sooner.
     *
     * @param other by the same clock
     * @return this one or the other
     */
    public Deadline orSooner(Deadline other) {
        return other.endMillis < endMillis ? other : this;
    }

    /**
     * The same for what changes something: a part is left, a tenth but at most a minute, to find out what came of it.
     *
     * @return a deadline before this one
     */
    public Deadline leavingTimeForALook() {
        long kept = Math.min(allowed.toMillis() / PARTS, LONGEST_LOOK_MILLIS);
        return new Deadline(clock, endMillis - kept, allowed.minusMillis(kept));
    }

    /**
     * The time on the clock that it is told by.
     *
     * @return milliseconds since 1970
     */
    public long nowMillis() {
        return clock.millis();
    }

    /**
     * How long the whole call may take.
     *
     * @return the time that it was given
     */
    public Duration allowed() {
        return allowed;
    }
}
