package io.github.registryclient.examples.observe;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;

/** A client that is watched. */
public final class Observed {
    private Observed() {}

    /**
     * With metrics and traces.
     *
     * @param url the registry's URL
     * @param meters where metrics go
     * @param tracer what makes spans
     * @return a client, to be closed
     */
    public static RegistryClient connect(String url, MeterRegistry meters, Tracer tracer) {
        // region listeners
        RegistryClient registry = HttpRegistryClient.builder(url)
                .listener(new MicrometerListener(meters))
                .listener(new OpenTelemetryListener(tracer))
                .build();
        // endregion
        return registry;
    }
}
