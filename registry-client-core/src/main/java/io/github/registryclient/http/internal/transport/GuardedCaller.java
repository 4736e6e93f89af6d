package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.internal.transport.InFlight.Ending;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The outermost layer: gives the call its deadline and its place among the calls that {@code close()} ends. */
final class GuardedCaller implements Caller {
    private final Transport below;
    private final Lifecycle lifecycle;
    private final Watch watch;
    private final Timeouts timeouts;
    private final Clock clock;

    GuardedCaller(Transport below, Lifecycle lifecycle, Watch watch, Timeouts timeouts, Clock clock) {
        this.below = below;
        this.lifecycle = lifecycle;
        this.watch = watch;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public Reply call(Request request) {
        Deadline deadline = Deadline.in(timeouts.total(request.patience()), clock);
        InFlight call = lifecycle.enter(request, deadline);
        watch.keep();
        try {
            return below.send(request, deadline);
        } catch (InterruptedException e) {
            throw ended(request, deadline, call.take(), e);
        } catch (NoResponseException e) {
            throw lifecycle.isClosed() ? Lifecycle.closed(request, e) : e;
        } finally {
            lifecycle.leave(call);
        }
    }

    private static NoResponseException ended(
            Request request, Deadline deadline, @Nullable Ending ending, InterruptedException cause) {
        if (ending == Ending.CLOSED) {
            return Lifecycle.closed(request, null);
        }
        if (ending == Ending.OVERDUE) {
            return Failures.overdue(request, deadline);
        }
        Thread.currentThread().interrupt();
        return new CallInterruptedException(
                request.method(), request.shownUri(), "the thread was interrupted" + Lifecycle.effect(request), cause);
    }
}
