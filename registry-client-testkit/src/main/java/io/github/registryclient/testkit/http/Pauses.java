package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that ends at once, with an exception, when the server closes. Thread-safe. */
final class Pauses {
    private final CountDownLatch closed = new CountDownLatch(1);

    void end() {
        closed.countDown();
    }

    boolean ended() {
        return closed.getCount() == 0;
    }

    void pause(Duration time) throws IOException {
        if (time.isZero()) {
            return;
        }
        try {
            if (closed.await(nanos(time), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server was closed", e);
        }
    }

    private static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? time.toNanos() : Long.MAX_VALUE;
    }
}
