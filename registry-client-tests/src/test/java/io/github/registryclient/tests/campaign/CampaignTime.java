package io.github.registryclient.tests.campaign;

import io.github.registryclient.http.time.Pauses;
import io.github.registryclient.testkit.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The client's time: goes on as ours does, and jumps where the client waits, so that no wait takes long and all of them count.
 * Tells each thread how long it was busy or waiting. Thread-safe.
 */
final class CampaignTime extends Clock implements Pauses {
    private final MovableClock jumps;
    private final long begin = System.nanoTime();
    private final ThreadLocal<Duration> paused = ThreadLocal.withInitial(() -> Duration.ZERO);

    CampaignTime(MovableClock jumps) {
        this.jumps = jumps;
    }

    @Override
    public void pause(Duration duration) {
        jumps.move(duration);
        paused.set(paused.get().plus(duration));
    }

    /** What this thread has waited until now. */
    Duration waited() {
        return paused.get();
    }

    /** What this thread has spent until now, from an unknown beginning: its own waits, and real time. */
    Duration spent() {
        return sinceBegin().plus(paused.get());
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public Instant instant() {
        return jumps.instant().plus(sinceBegin());
    }

    @Override
    public ZoneId getZone() {
        return jumps.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
