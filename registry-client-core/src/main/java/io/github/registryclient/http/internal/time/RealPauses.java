package io.github.registryclient.http.internal.time;

import io.github.registryclient.http.time.Pauses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in real time, for an event that does not come: only an interrupt ends it sooner. */
public final class RealPauses implements Pauses {
    /** Creates them. */
    public RealPauses() {}

    @Override
    public void pause(Duration duration) throws InterruptedException {
        var unused = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
