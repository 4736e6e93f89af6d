package io.github.registryclient.http.retry;

import io.github.registryclient.http.time.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A time in which who waits is there at once; keeps the waits. */
public final class PlayedTime extends Clock implements Pauses {
    static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong(START.toEpochMilli());

    @Override
    public void pause(Duration duration) {
        waits.add(duration);
        now.addAndGet(duration.toMillis());
    }

    public void pass(Duration duration) {
        now.addAndGet(duration.toMillis());
    }

    /** All waits together. */
    Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now.get());
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
