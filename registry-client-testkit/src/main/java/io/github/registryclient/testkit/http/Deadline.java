package io.github.registryclient.testkit.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long the end of a server may take. Used by the thread that ends it. */
final class Deadline {
    private final long end;

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Waits until a thread has ended. A handler may end its own server; nobody waits for itself. */
    void await(Thread thread) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
