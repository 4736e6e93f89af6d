package io.github.registryclient.cleanup.report;

import io.github.registryclient.cleanup.text.Bytes;
import io.github.registryclient.cleanup.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for people: what was lost, why it stopped, what failed, then the counts and the bytes. */
final class ReportTable {
    private static final int SHOWN = 20;

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private ReportTable(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ReportTable(report).text();
    }

    private String text() {
        report.breaches().forEach(breach -> lines.add("LOST: " + breach));
        report.failure().ifPresent(why -> lines.add("failed: " + why));
        report.stopped().ifPresent(why -> lines.add("stopped: " + why));
        lines.add(report.status() + " after "
                + Times.text(Duration.between(report.begun(), report.ended())) + ": run " + report.run() + " on "
                + report.registry());
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.DENIED, Outcome.SKIPPED_CHANGED, Outcome.MOVED)) {
            add(outcome);
        }
        report.counts().forEach((outcome, count) -> lines.add(count + " " + outcome));
        report.notes().forEach(note -> lines.add("note: " + note));
        addWindow();
        lines.add("frees " + (report.atMostBecause().isEmpty() ? "" : "at most ") + Bytes.text(report.freed())
                + " once garbage is collected (the plan: " + Bytes.text(report.forecast()) + ")");
        report.traffic()
                .ifPresent(traffic -> lines.add(traffic.requests() + " requests, " + traffic.retries()
                        + " of them again, " + Times.text(traffic.waited()) + " of waiting"));
        return String.join("\n", lines) + "\n";
    }

    private void add(Outcome outcome) {
        List<ItemReport> items = report.items().stream()
                .filter(item -> item.outcome() == outcome)
                .collect(Collectors.toList());
        items.stream()
                .limit(SHOWN)
                .forEach(item -> lines.add(outcome + " " + name(item)
                        + item.cause().map(why -> ": " + why).orElse("")));
        if (items.size() > SHOWN) {
            lines.add(outcome + " and " + (items.size() - SHOWN) + " more");
        }
    }

    private static String name(ItemReport item) {
        String tags = item.tags().stream().map(Object::toString).collect(Collectors.joining(", "));
        return item.repository()
                + (tags.isEmpty() ? "" : ":" + tags)
                + (item.isManifest()
                        ? item.digest().map(digest -> " " + digest.shortForm()).orElse("")
                        : "");
    }

    private void addWindow() {
        Optional<Duration> longest =
                report.items().stream().flatMap(item -> item.window().stream()).max(Duration::compareTo);
        longest.ifPresent(window -> lines.add(
                "longest time in which a push under a planned tag may have been lost unseen: " + Times.text(window)));
    }
}
