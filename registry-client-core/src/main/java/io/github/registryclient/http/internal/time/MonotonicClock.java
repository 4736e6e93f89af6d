package io.github.registryclient.http.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The default clock: starts at the system's time and then only goes forward, so that deadlines survive a clock that is set. */
public final class MonotonicClock extends Clock {
    private final Instant start = Instant.ofEpochMilli(System.currentTimeMillis());
    private final long startNanos = System.nanoTime();

    /** Creates one that starts now. */
    public MonotonicClock() {}

    @Override
    public long millis() {
        return start.toEpochMilli() + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
