package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.event.Wait;
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
    private final Events events;

    RetryingTransport(Transport below, RetrySettings settings, Events events) {
        this.below = below;
        this.policy = new RetryPolicy(settings.retries());
        this.backoff = new Backoff(settings.random());
        this.pauses = settings.pauses();
        this.events = events;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Request next = request;
        for (int attempt = 1; true; attempt++) {
            long wait;
            try {
                Reply reply = below.send(next, deadline);
                if (attempt > policy.most(request, reply)) {
                    return reply;
                }
                wait = reply.retryAfter().map(Duration::toMillis).orElse(backoff.millis(attempt));
                if (wait >= deadline.leftMillis()) {
                    return reply;
                }
                events.retry(next, reply, attempt, wait);
            } catch (NoResponseException e) {
                wait = backoff.millis(attempt);
                if (attempt > policy.most(request, e) || wait >= deadline.leftMillis()) {
                    throw e;
                }
                events.retry(next, e, attempt, wait);
            }
            pause(request, wait);
            next = request.asAttempt(attempt + 1);
        }
    }

    private void pause(Request request, long millis) throws InterruptedException {
        if (millis > 0) {
            events.waiting(request, Wait.Reason.BACK_OFF, millis);
            pauses.pause(Duration.ofMillis(millis));
        }
    }
}
