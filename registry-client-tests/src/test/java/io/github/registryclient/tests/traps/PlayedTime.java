package io.github.registryclient.tests.traps;

import io.github.registryclient.http.time.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A time in which who waits is there at once. */
final class PlayedTime extends Clock implements Pauses {
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-24T10:00:00Z").toEpochMilli());

    @Override
    public void pause(Duration duration) {
        waits.add(duration);
        pass(duration);
    }

    void pass(Duration duration) {
        now.addAndGet(duration.toMillis());
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
