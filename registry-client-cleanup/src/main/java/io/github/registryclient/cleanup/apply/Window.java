package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.report.ItemReport;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The time in which something that others push may be lost unseen: from the last look at what is deleted to the end of the DELETE. For one
 * thread.
 */
final class Window {
    private final Instant looked;
    private final Instant checked;
    private Instant sent;
    private Instant answered;

    Window(Instant looked, Instant checked) {
        this.looked = looked;
        this.checked = checked;
        this.sent = checked;
        this.answered = checked;
    }

    void sent(Instant now) {
        sent = now;
    }

    void answered(Instant now) {
        answered = now;
    }

    Duration deletion() {
        return Duration.between(sent, answered);
    }

    ItemReport.Builder in(ItemReport.Builder report) {
        return report.deletion(deletion())
                .window(Duration.between(checked, answered))
                .lookWindow(Duration.between(looked, answered));
    }

    UnaryOperator<ItemReport.Builder> in(String cause) {
        return report -> in(report).cause(cause);
    }
}
