package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.time.Pauses;
import java.time.Duration;

/**
 * Repeats what may pass, with growing waits or after the time that the answer asks for, as long as the call may take. An answer
 * that asks for more time than there is comes back at once.
 */
final class RetryingTransport implements Transport {
    private final Transport below;
    private final RetryPolicy policy;
    private final Backoff backoff;
    private final Pauses pauses;

    RetryingTransport(Transport below, RetrySettings settings) {
        this.below = below;
        this.policy = new RetryPolicy(settings.retries());
        this.backoff = new Backoff(settings.random());
        this.pauses = settings.pauses();
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        for (int failures = 1; true; failures++) {
            long wait = backoff.millis(failures);
            try {
                Reply reply = below.send(request, deadline);
                wait = reply.retryAfter().map(Duration::toMillis).orElse(wait);
                if (failures > policy.most(request, reply) || wait >= deadline.leftMillis()) {
                    return reply;
                }
            } catch (NoResponseException e) {
                if (failures > policy.most(request, e) || wait >= deadline.leftMillis()) {
                    throw e;
                }
            }
            if (wait > 0) {
                pauses.pause(Duration.ofMillis(wait));
            }
        }
    }
}
