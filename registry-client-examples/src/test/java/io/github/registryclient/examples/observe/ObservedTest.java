package io.github.registryclient.examples.observe;

import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.junit.EmbeddedRegistryExtension;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real calls on the embedded registry, one of them refused at first, as Micrometer and OpenTelemetry show them. */
@ExtendWith(EmbeddedRegistryExtension.class)
class ObservedTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    private final Tracer tracer = tracers.get("test");

    /** Lists (refused once, then answered), resolves a tag, and fails to resolve another. */
    @BeforeEach
    void call(EmbeddedRegistry server) {
        SampleRepository app = SampleRepository.named("team/app")
                .tag("1.0", SampleImages.seeded(1).image())
                .build();
        RegistryFiller.of(server.uri()).push(app);
        server.script()
                .on(get("/v2/team/app/tags/list"))
                .answer(status(503).header("Retry-After", "0").header("RateLimit-Remaining", "7"));
        Span job = tracer.spanBuilder("job").startSpan();
        try (Scope current = job.makeCurrent();
                RegistryClient registry = Observed.connect(server.uri().toString(), meters, tracer)) {
            assertThat(current).isNotNull();
            assertThat(registry.listTags("team/app").toList()).hasSize(1);
            assertThat(registry.getManifestDigest("team/app", "1.0"))
                    .isEqualTo(app.manifest("1.0").digest());
            assertThatThrownBy(() -> registry.getManifestDigest("team/app", "2.0"))
                    .isInstanceOf(NotFoundException.class);
        }
        job.end();
        assertThat(server.requests().count(head("/v2/**"))).isEqualTo(2);
    }

    @AfterEach
    void stop() {
        tracers.close();
    }

    @Test
    void micrometer_counts_attempts_by_route_and_result() {
        assertThat(requests("/v2/{name}/tags/list", "503").count()).isEqualTo(1);
        assertThat(requests("/v2/{name}/tags/list", "200").count()).isEqualTo(1);
        assertThat(requests("/v2/{name}/manifests/{reference}", "200").count()).isEqualTo(1);
        assertThat(requests("/v2/{name}/manifests/{reference}", "404").count()).isPositive();
        assertThat(requests("/v2/{name}/tags/list", "200").totalTime(java.util.concurrent.TimeUnit.NANOSECONDS))
                .isPositive();
    }

    private Timer requests(String route, String result) {
        return meters.get("registry.client.requests")
                .tag("uri", route)
                .tag("result", result)
                .timer();
    }

    @Test
    void micrometer_counts_retries_and_shows_what_is_left_of_the_limit() {
        assertThat(meters.get("registry.client.retries")
                        .tag("result", "503")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("registry.client.limit.remaining").gauge().value())
                .isEqualTo(7);
    }

    @Test
    void opentelemetry_has_a_span_for_each_attempt_below_the_span_of_the_caller() {
        List<SpanData> spans = exporter.getFinishedSpanItems();
        SpanData job = spans.get(spans.size() - 1);
        List<SpanData> attempts =
                spans.stream().filter(span -> span.getKind() == SpanKind.CLIENT).collect(Collectors.toList());

        assertThat(job.getName()).isEqualTo("job");
        assertThat(attempts)
                .allMatch(span -> span.getParentSpanId().equals(job.getSpanId()))
                .allMatch(SpanData::hasEnded);
        assertThat(attempts)
                .extracting(span -> span.getName() + " "
                        + span.getAttributes().asMap().entrySet().stream()
                                .filter(entry -> entry.getKey().getKey().equals("http.response.status_code"))
                                .map(entry -> entry.getValue().toString())
                                .collect(Collectors.joining()))
                .startsWith(
                        "GET /v2/{name}/tags/list 503",
                        "GET /v2/{name}/tags/list 200",
                        "HEAD /v2/{name}/manifests/{reference} 200",
                        "HEAD /v2/{name}/manifests/{reference} 404");
        assertThat(attempts.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempts.get(1).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attempts.get(1).getAttributes().asMap().toString()).contains("http.request.resend_count=1");
        assertThat(job.getEvents()).extracting(event -> event.getName()).contains("registry.retry");
    }
}
