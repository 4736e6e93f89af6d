package io.github.registryclient.http.internal.gate;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.event.Wait;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.BodyStream;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.Failures;
import io.github.registryclient.http.internal.transport.NotSent;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import io.github.registryclient.http.time.Pauses;
import java.time.Clock;
import java.time.Duration;

/**
 * One host's gate: only so many requests at a time, for the JDK's client opens a connection for each (its pool size bounds idle
 * ones), and only so many a second. A host that has too much to do (429, 503, more than it takes on one HTTP/2 connection) gets
 * fewer from all that use this client, and more again when it is well. Waiting here counts for the call, not for the attempt.
 */
public final class HostGate implements Transport {
    private final Transport below;
    private final Lanes lanes;
    private final Pace pace;
    private final Pauses pauses;
    private final Clock clock;
    private final Events events;

    /**
     * Puts a gate above another layer.
     *
     * @param below what sends
     * @param settings how much the host gets
     * @param clock the clock of deadlines
     * @param events where to tell of waits
     */
    public HostGate(Transport below, GateSettings settings, Clock clock, Events events) {
        this.below = below;
        this.lanes = new Lanes(settings.concurrency());
        this.pace = new Pace(settings.gapMillis());
        this.pauses = settings.pauses();
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        long queued = enter(request, deadline);
        boolean handedOver = false;
        try {
            events.waiting(request, Wait.Reason.QUEUE, queued);
            awaitTurn(request, deadline);
            long sentAt = clock.millis();
            Reply reply = send(request, deadline, sentAt);
            learn(reply, sentAt);
            BodyStream stream = reply.stream();
            if (stream != null) {
                handedOver = true;
                stream.onFinish(lanes::leave);
            }
            return reply;
        } finally {
            if (!handedOver) {
                lanes.leave();
            }
        }
    }

    private Reply send(Request request, Deadline deadline, long sentAt) throws InterruptedException {
        try {
            return below.send(request, deadline);
        } catch (UnreachableException e) {
            if (Failures.isTooMuchAtATime(e)) {
                slowDown(sentAt, 0);
            }
            throw e;
        }
    }

    /** How long that took. */
    private long enter(Request request, Deadline deadline) throws InterruptedException {
        if (lanes.enterAtOnce()) {
            return 0;
        }
        long began = clock.millis();
        if (!lanes.enter(deadline.leftMillis())) {
            events.waiting(request, Wait.Reason.QUEUE, clock.millis() - began);
            throw new DeadlineExceededException(
                    request.method(),
                    request.shownUri(),
                    "not sent: all " + lanes.width() + " connections were busy for "
                            + deadline.allowed().toMillis() + " ms. Close blob streams, or raise the concurrency",
                    new NotSent());
        }
        return clock.millis() - began;
    }

    /** Others may be told to wait while this one does, so it looks again. */
    private void awaitTurn(Request request, Deadline deadline) throws InterruptedException {
        do {
            long wait = pace.takeTurn(clock.millis(), deadline.leftMillis());
            if (wait < 0) {
                throw tooSlow(request, deadline);
            }
            if (wait == 0) {
                return;
            }
            boolean waited = false;
            try {
                events.waiting(request, pace.isSlowed() ? Wait.Reason.SLOW_DOWN : Wait.Reason.RATE, wait);
                pauses.pause(Duration.ofMillis(wait));
                waited = true;
            } finally {
                if (!waited) {
                    pace.giveBack();
                }
            }
        } while (pace.isStopped(clock.millis()));
    }

    private DeadlineExceededException tooSlow(Request request, Deadline deadline) {
        long stopped = pace.stoppedFor(clock.millis());
        String host = request.shownHost();
        return new DeadlineExceededException(
                request.method(),
                request.shownUri(),
                "not sent: "
                        + (stopped > 0
                                ? host + " asked to be left alone for another " + stopped + " ms"
                                : host + " gets no more requests a second than it is sent already")
                        + ", and of the call's " + deadline.allowed().toMillis() + " ms are left "
                        + deadline.leftMillis(),
                new NotSent());
    }

    private void learn(Reply reply, long sentAt) {
        if (isTooMuch(reply)) {
            slowDown(sentAt, reply.retryAfter().map(Duration::toMillis).orElse(0L));
        } else {
            lanes.wentWell();
            pace.wentWell();
        }
    }

    private void slowDown(long sentAt, long stopMillis) {
        if (pace.slowDown(sentAt, clock.millis(), stopMillis)) {
            lanes.narrow();
        }
    }

    private static boolean isTooMuch(Reply reply) {
        return reply.status() == 429 || reply.status() == 503;
    }
}
