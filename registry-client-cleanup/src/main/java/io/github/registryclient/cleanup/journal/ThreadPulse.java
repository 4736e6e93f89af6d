package io.github.registryclient.cleanup.journal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Beats on a thread of its own, which keeps no program from ending. */
final class ThreadPulse implements Pulse {
    static final String NAME = "registry-client-lease";

    @Override
    public Beating start(Runnable beat, Duration interval) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread beating = new Thread(task, NAME);
            beating.setDaemon(true);
            return beating;
        });
        long nanos = interval.toNanos();
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(beat, nanos, nanos, TimeUnit.NANOSECONDS);
        return thread::shutdownNow;
    }
}
