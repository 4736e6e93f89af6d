package io.github.registryclient.http.internal.transport;

import java.time.Clock;
import java.time.Duration;

/** When a call has to be over. Immutable; reads the client's clock, so that tests need not wait. */
public final class Deadline {
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

    Duration allowed() {
        return allowed;
    }
}
