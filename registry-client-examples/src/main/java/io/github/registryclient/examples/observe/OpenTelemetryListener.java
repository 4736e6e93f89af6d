package io.github.registryclient.examples.observe;

import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.event.RequestAttempt;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.Wait;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Feeds OpenTelemetry: a span for each attempt below the caller's own span, which notes the retries and waits. Bulk work runs in
 * the client's own threads, where there is no current span: its attempts begin traces of their own.
 *
 * <p>Source of the names: OpenTelemetry semantic conventions for HTTP spans, 1.23.
 */
public final class OpenTelemetryListener implements ClientListener {
    private final Tracer tracer;
    private final Map<Long, Span> open = new ConcurrentHashMap<>();

    /**
     * A listener.
     *
     * @param tracer what makes the spans
     */
    public OpenTelemetryListener(Tracer tracer) {
        this.tracer = tracer;
    }

    // region opentelemetry
    @Override
    public void requestStarted(RequestAttempt attempt) {
        Span span = tracer.spanBuilder(attempt.method() + " " + attempt.route().template())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", attempt.method())
                .setAttribute("url.full", attempt.uri()) // without secrets
                .setAttribute("url.template", attempt.route().template())
                .setAttribute("server.address", attempt.host())
                .startSpan();
        if (attempt.number() > 1) {
            span.setAttribute("http.request.resend_count", attempt.number() - 1);
        }
        open.put(attempt.id(), span);
    }

    @Override
    public void requestFinished(RequestOutcome outcome) {
        Span span = Objects.requireNonNull(open.remove(outcome.attempt().id())); // each was started
        outcome.status().ifPresent(status -> span.setAttribute("http.response.status_code", status));
        outcome.failure().ifPresent(span::recordException);
        if (outcome.status().orElse(600) >= 400) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
    // endregion

    @Override
    public void retrying(Retry retry) {
        Span.current()
                .addEvent(
                        "registry.retry",
                        Attributes.builder()
                                .put("failed_attempt", retry.failedAttempt())
                                .put("delay_ms", retry.delay().toMillis())
                                .build());
    }

    @Override
    public void waiting(Wait wait) {
        Span.current()
                .addEvent(
                        "registry.wait",
                        Attributes.builder()
                                .put("reason", wait.reason().name())
                                .put("time_ms", wait.time().toMillis())
                                .build());
    }
}
