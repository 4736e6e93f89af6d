package io.github.registryclient.cleanup.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.registryclient.cleanup.files.WholeFiles;
import io.github.registryclient.cleanup.judge.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a report as a JSON document; what is empty is left out, times are in milliseconds. */
final class ReportFile {
    private static final int VERSION = 1;

    private final JsonGenerator json;

    private ReportFile(JsonGenerator json) {
        this.json = json;
    }

    static void write(Report report, Path file) {
        WholeFiles.write("the report", file, out -> write(report, out));
    }

    private static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            new ReportFile(json).write(report);
        }
    }

    private void write(Report report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("reportVersion", VERSION);
        text("status", Optional.of(report.status()));
        texts("breaches", report.breaches());
        text("failure", report.failure());
        text("stopped", report.stopped());
        text("run", Optional.of(report.run()));
        text("registry", Optional.of(report.registry()));
        text("plan", Optional.of(report.plan()));
        text("begun", Optional.of(report.begun()));
        text("ended", Optional.of(report.ended()));
        json.writeObjectFieldStart("counts");
        for (Map.Entry<Outcome, Long> count : report.counts().entrySet()) {
            json.writeNumberField(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("bytes");
        for (Outcome outcome : report.counts().keySet()) {
            json.writeNumberField(outcome.name(), report.bytes(outcome));
        }
        json.writeEndObject();
        texts("notes", report.notes());
        json.writeNumberField("forecastBytes", report.forecast());
        json.writeNumberField("freedBytes", report.freed());
        texts("atMostBecause", report.atMostBecause());
        if (report.traffic().isPresent()) {
            write(report.traffic().get());
        }
        json.writeArrayFieldStart("items");
        for (ItemReport item : report.items()) {
            write(item);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Traffic traffic) throws IOException {
        json.writeObjectFieldStart("traffic");
        json.writeNumberField("requests", traffic.requests());
        json.writeNumberField("retries", traffic.retries());
        time("waitedMillis", Optional.of(traffic.waited()));
        json.writeEndObject();
    }

    private void write(ItemReport item) throws IOException {
        json.writeStartObject();
        text("repository", Optional.of(item.repository()));
        text(item.isManifest() ? "manifest" : "tagOf", item.digest());
        texts("tags", item.tags());
        text("verdict", Optional.of(item.isManifest() || item.digest().isEmpty() ? Verdict.DELETE : Verdict.UNTAG));
        text("outcome", Optional.of(item.outcome()));
        text("time", item.time());
        text("cause", item.cause());
        text("because", Optional.of(item.because()));
        text("irrevocable", item.irrevocable());
        time("deletionMillis", item.deletion());
        time("windowMillis", item.window());
        time("lookWindowMillis", item.lookWindow());
        json.writeNumberField("bytes", item.bytes());
        json.writeEndObject();
    }

    private void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private void texts(String name, List<?> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
        }
    }

    private void time(String name, Optional<Duration> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get().toMillis());
        }
    }
}
