package io.github.registryclient.http.internal.retry;

import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.time.Pauses;
import java.time.Duration;
import java.util.Optional;

/**
 * What lies between a failure and the next sending of the same: a wait that grows with each failure, or the one that was asked
 * for, if the call has that much time left; and what listeners are told of it. One rule for all that is repeated. Thread-safe.
 */
public final class Repetition {
    private final Backoff backoff;
    private final Pauses pauses;
    private final Events events;

    /**
     * Creates it.
     *
     * @param settings how waiting is done, and what spreads it
     * @param events where to tell
     */
    public Repetition(RetrySettings settings, Events events) {
        this.backoff = new Backoff(settings.random());
        this.pauses = settings.pauses();
        this.events = events;
    }

    /**
     * Waits after a refusal.
     *
     * @param refused as it was sent
     * @param refusal what came
     * @param failures how often it has failed, the first time 1
     * @param deadline the call's
     * @return false, and at once, if the call ends before that
     * @throws InterruptedException if it was interrupted
     */
    public boolean await(Request refused, Reply refusal, int failures, Deadline deadline) throws InterruptedException {
        long wait = millis(refusal.retryAfter(), failures);
        if (wait >= deadline.leftMillis()) {
            return false;
        }
        events.retry(refused, refusal, wait);
        pause(refused, wait);
        return true;
    }

    /**
     * The same after a failure. What a 503 asks for is not told by it: the host's gate keeps that.
     *
     * @param failed as it was sent
     * @param failure what came of it
     * @param failures how often it has failed, the first time 1
     * @param deadline the call's
     * @return false, and at once, if the call ends before that
     * @throws InterruptedException if it was interrupted
     */
    public boolean await(Request failed, RequestFailedException failure, int failures, Deadline deadline)
            throws InterruptedException {
        long wait = millis(asked(failure), failures);
        if (wait >= deadline.leftMillis()) {
            return false;
        }
        events.retry(failed, failure, wait);
        pause(failed, wait);
        return true;
    }

    private static Optional<Duration> asked(RequestFailedException failure) {
        return failure instanceof TooManyRequestsException
                ? ((TooManyRequestsException) failure).retryAfter()
                : Optional.empty();
    }

    private long millis(Optional<Duration> asked, int failures) {
        return asked.map(Duration::toMillis).orElseGet(() -> backoff.millis(failures));
    }

    private void pause(Request request, long millis) throws InterruptedException {
        if (millis > 0) {
            events.waiting(request, Wait.Reason.BACK_OFF, millis);
            pauses.pause(Duration.ofMillis(millis));
        }
    }
}
