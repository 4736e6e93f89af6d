package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.undo.UndoItem.Status;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report for people: what could not be put back first, then what was taken since, then the rest. */
final class UndoTable {
    private static final int SHOWN_TAGS = 4;

    private UndoTable() {}

    static String of(UndoReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(report));
        report.items().stream().filter(item -> !item.isBack()).forEach(item -> lines.add(row(item)));
        report.items().stream()
                .filter(item -> item.isBack() && !item.taken().isEmpty())
                .forEach(item -> lines.add(row(item)));
        report.items().stream()
                .filter(item -> item.status() == Status.RESTORED && item.taken().isEmpty())
                .forEach(item -> lines.add(row(item)));
        return String.join("\n", lines) + "\n";
    }

    static String summary(UndoReport report) {
        String counts = report.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + word(count.getKey()))
                .collect(Collectors.joining(", "));
        return "undo of " + report.selection() + " at " + report.registry() + ": "
                + (counts.isEmpty() ? "nothing to take back" : counts)
                + report.run().map(run -> " (run " + run + ")").orElse("");
    }

    private static String row(UndoItem item) {
        String tags = item.tags().isEmpty() ? "" : " with " + shown(item.tags());
        String taken =
                item.taken().isEmpty() ? "" : "; left because somebody has taken them since: " + shown(item.taken());
        return String.format(
                Locale.ROOT,
                "  %-13s %s@%s%s%s%s",
                word(item.status()),
                item.repository(),
                item.isBack() ? item.digest().shortForm() : item.digest(),
                tags,
                taken,
                item.reason().map(reason -> ": " + Excerpt.of(reason)).orElse(""));
    }

    private static String shown(List<Tag> tags) {
        String first = tags.stream().limit(SHOWN_TAGS).map(Tag::toString).collect(Collectors.joining(", "));
        return tags.size() > SHOWN_TAGS ? first + " and " + (tags.size() - SHOWN_TAGS) + " more" : first;
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
