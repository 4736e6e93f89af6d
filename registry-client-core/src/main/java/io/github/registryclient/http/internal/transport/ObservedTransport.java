package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.internal.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Tells of each attempt, before it and after. */
final class ObservedTransport implements Transport {
    private final Transport below;
    private final Events events;
    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong();

    ObservedTransport(Transport below, Events events, Clock clock) {
        this.below = below;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        return events.isFollowed() ? observed(request, deadline) : below.send(request, deadline);
    }

    private Reply observed(Request request, Deadline deadline) throws InterruptedException {
        RequestAttempt attempt = attempt(request);
        events.started(attempt);
        RequestOutcome.Builder outcome = RequestOutcome.builder();
        outcome.attempt(attempt);
        Instant startedAt = clock.instant();
        try {
            Reply reply = below.send(request, deadline);
            outcome.status(reply.status()).rateLimit(reply.rateLimit());
            if (reply.stream() == null) {
                outcome.bodyBytes(reply.body().size());
            }
            return reply;
        } catch (RuntimeException | InterruptedException | Error e) {
            outcome.failure(e);
            throw e;
        } finally {
            events.finished(
                    outcome.time(Duration.between(startedAt, clock.instant())).build());
        }
    }

    private RequestAttempt attempt(Request request) {
        return RequestAttempt.builder()
                .id(lastId.incrementAndGet())
                .method(request.method())
                .uri(request.shownUri())
                .host(request.shownHost())
                .route(request.route())
                .repository(request.repository())
                .number(request.attempt())
                .build();
    }
}
