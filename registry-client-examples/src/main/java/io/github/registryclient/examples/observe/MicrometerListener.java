package io.github.registryclient.examples.observe;

import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.ServerWarning;
import io.github.registryclient.http.event.TokenFetch;
import io.github.registryclient.http.event.Wait;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Feeds Micrometer: timers of attempts, waits and tokens, counters of retries and warnings, what is left of a limit. */
public final class MicrometerListener implements ClientListener {
    private final MeterRegistry meters;
    private final Map<String, AtomicLong> left = new ConcurrentHashMap<>();

    /**
     * A listener.
     *
     * @param meters where the meters go
     */
    public MicrometerListener(MeterRegistry meters) {
        this.meters = meters;
    }

    // region micrometer
    @Override
    public void requestFinished(RequestOutcome outcome) {
        RequestAttempt attempt = outcome.attempt();
        Tags tags = Tags.of(
                "method", attempt.method(),
                "uri", attempt.route().template(), // of few values; attempt.uri() has one for each tag
                "host", attempt.host(),
                "result", result(outcome.status(), outcome.failure()));
        meters.timer("registry.client.requests", tags).record(outcome.time());
        outcome.rateLimit()
                .ifPresent(limit ->
                        limit.remaining().ifPresent(rest -> left(attempt.host()).set(rest)));
    }

    @Override
    public void retrying(Retry retry) {
        Tags tags = Tags.of("host", retry.host(), "result", result(retry.status(), retry.failure()));
        meters.counter("registry.client.retries", tags).increment();
    }

    @Override
    public void waiting(Wait wait) {
        Tags tags = Tags.of("host", wait.host(), "reason", wait.reason().name());
        meters.timer("registry.client.waits", tags).record(wait.time());
    }
    // endregion

    @Override
    public void tokenFetched(TokenFetch fetch) {
        Tags tags = Tags.of("host", fetch.host(), "given", String.valueOf(fetch.isGiven()));
        meters.timer("registry.client.tokens", tags).record(fetch.time());
    }

    @Override
    public void warned(ServerWarning warning) {
        meters.counter("registry.client.warnings", "host", warning.host()).increment();
    }

    private AtomicLong left(String host) {
        return left.computeIfAbsent(host, unknown -> {
            AtomicLong rest = new AtomicLong();
            Gauge.builder("registry.client.limit.remaining", rest, AtomicLong::get)
                    .tag("host", unknown)
                    .strongReference(true) // else it reads NaN once the client, which holds this listener, is collected
                    .register(meters);
            return rest;
        });
    }

    private static String result(OptionalInt status, Optional<Throwable> failure) {
        return status.isPresent()
                ? String.valueOf(status.getAsInt())
                : failure.map(why -> why.getClass().getSimpleName()).orElse("unknown");
    }
}
