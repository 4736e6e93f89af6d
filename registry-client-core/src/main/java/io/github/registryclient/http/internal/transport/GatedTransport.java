package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.DeadlineExceededException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many requests through at a time, first come, first served: the JDK's client opens a connection for each (its
 * pool size bounds idle ones).
 */
final class GatedTransport implements Transport {
    private final Transport below;
    private final Semaphore permits;
    private final int concurrency;

    GatedTransport(Transport below, int concurrency) {
        this.below = below;
        this.permits = new Semaphore(concurrency, true);
        this.concurrency = concurrency;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        if (!permits.tryAcquire(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
            throw new DeadlineExceededException(
                    request.method(),
                    request.shownUri(),
                    "not sent: all " + concurrency + " connections were busy for "
                            + deadline.allowed().toMillis() + " ms. Close blob streams, or raise the concurrency",
                    null);
        }
        boolean handedOver = false;
        try {
            Reply reply = below.send(request, deadline);
            BodyStream stream = reply.stream();
            if (stream != null) {
                handedOver = true;
                stream.onFinish(permits::release);
            }
            return reply;
        } finally {
            if (!handedOver) {
                permits.release();
            }
        }
    }
}
