package io.github.registryclient.http.internal.stack;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.internal.retry.Repetition;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Lifecycle;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Timeouts;
import io.github.registryclient.http.internal.transport.Transport;
import io.github.registryclient.internal.InFlight;
import java.time.Clock;

/** The outermost layer: gives the call its deadline and its place among the calls that {@code close()} ends. */
final class GuardedCaller implements Caller {
    private final Transport below;
    private final Lifecycle lifecycle;
    private final Repetition repetition;
    private final Timeouts timeouts;
    private final Clock clock;

    GuardedCaller(Transport below, Lifecycle lifecycle, Repetition repetition, Timeouts timeouts, Clock clock) {
        this.below = below;
        this.lifecycle = lifecycle;
        this.repetition = repetition;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public Deadline deadline(Patience patience) {
        return Deadline.in(timeouts.total(patience), clock);
    }

    @Override
    public Reply call(Request request, Deadline deadline) {
        return guarded(request, () -> below.send(request, deadline));
    }

    @Override
    public boolean awaitRepetition(Request failed, RequestFailedException failure, int failures, Deadline deadline) {
        return guarded(failed, () -> repetition.await(failed, failure, failures, deadline));
    }

    private <T> T guarded(Request request, Work<T> work) {
        InFlight call = lifecycle.enter(request);
        try {
            return work.run();
        } catch (InterruptedException e) {
            if (call.takeEnd()) {
                throw Lifecycle.closed(request, null);
            }
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    request.method(), request.shownUri(), "the thread was interrupted" + Lifecycle.effect(request), e);
        } catch (NoResponseException e) {
            throw lifecycle.isClosed() ? Lifecycle.closed(request, e) : e;
        } finally {
            lifecycle.leave(call);
        }
    }

    /** What an interrupt ends. */
    private interface Work<T> {
        T run() throws InterruptedException;
    }
}
