package io.github.registryclient.testkit.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long the end of a server may take. Used by the thread that ends it. */
final class Deadline {
    private final long end;

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /**
     * Waits until a thread has ended, also if the waiting one is interrupted: what the thread does would otherwise go on behind its
     * back. A handler may end its own server; nobody waits for itself.
     */
    void await(Thread thread) {
        boolean interrupted = false;
        for (long left = left(); left > 0 && thread.isAlive() && thread != Thread.currentThread(); left = left()) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long left() {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
}
