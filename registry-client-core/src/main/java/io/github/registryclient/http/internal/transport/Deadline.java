package io.github.registryclient.http.internal.transport;

import java.time.Clock;
import java.time.Duration;

/** When a call has to be over. Immutable; reads the client's clock, so that tests need not wait. */
public final class Deadline {
    private static final long GRACE_MILLIS = 1000;

    private final Clock clock;
    private final long endMillis;
    private final Duration allowed;

    private Deadline(Clock clock, long endMillis, Duration allowed) {
        this.clock = clock;
        this.endMillis = endMillis;
        this.allowed = allowed;
    }

    static Deadline in(Duration allowed, Clock clock) {
        return new Deadline(clock, clock.millis() + allowed.toMillis(), allowed);
    }

    /** Milliseconds left, 0 if it has passed. */
    long leftMillis() {
        return Math.max(0, endMillis - clock.millis());
    }

    /** Whether it passed so long ago that whoever had to keep it failed to. */
    boolean isMissed() {
        return clock.millis() > endMillis + GRACE_MILLIS;
    }

    Duration allowed() {
        return allowed;
    }
}
