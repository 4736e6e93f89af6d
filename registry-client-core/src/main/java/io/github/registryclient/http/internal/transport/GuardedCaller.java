package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.internal.InFlight;
import java.time.Clock;

/** The outermost layer: gives the call its deadline and its place among the calls that {@code close()} ends. */
final class GuardedCaller implements Caller {
    private final Transport below;
    private final Lifecycle lifecycle;
    private final Timeouts timeouts;
    private final Clock clock;

    GuardedCaller(Transport below, Lifecycle lifecycle, Timeouts timeouts, Clock clock) {
        this.below = below;
        this.lifecycle = lifecycle;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public Deadline deadline(Patience patience) {
        return Deadline.in(timeouts.total(patience), clock);
    }

    @Override
    public Reply call(Request request, Deadline deadline) {
        InFlight call = lifecycle.enter(request);
        try {
            return below.send(request, deadline);
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
}
