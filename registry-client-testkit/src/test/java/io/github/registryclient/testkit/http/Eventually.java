package io.github.registryclient.testkit.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come, for as long as the test may take. */
final class Eventually {
    private static final long POLL_NANOS = Duration.ofMillis(1).toNanos();

    private Eventually() {}

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the test's time is over");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
