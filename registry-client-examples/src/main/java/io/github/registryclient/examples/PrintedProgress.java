package io.github.registryclient.examples;

import io.github.registryclient.cleanup.apply.ApplyProgress;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.name.RepositoryName;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a run is: a bar that is drawn over on a terminal, a line every ten seconds elsewhere, nothing if it is to be quiet.
 * Warnings are always told. Small, because what a library for it brings (native code, or a process that asks for the width) costs
 * more than it draws. Called by one thread at a time.
 */
final class PrintedProgress implements ApplyProgress, AutoCloseable {
    /** How it is shown. */
    enum Style {
        BAR(Duration.ofMillis(100)),
        LINES(Duration.ofSeconds(10)),
        NONE(Duration.ZERO);

        private final Duration every;

        Style(Duration every) {
            this.every = every;
        }
    }

    private final PrintWriter to;
    private final Style style;
    private final Clock clock;
    private final Set<Object> seen = new HashSet<>();
    private ProgressText text;
    private Instant next;
    private String where = "";
    private boolean drawn;

    PrintedProgress(PrintWriter to, Style style, Clock clock) {
        this.to = to;
        this.style = style;
        this.clock = clock;
        this.text = new ProgressText(0, clock.instant());
        this.next = clock.instant();
    }

    @Override
    public synchronized void planned(int items, long bytes) {
        text = new ProgressText(items, clock.instant());
        next = clock.instant().plus(style.every);
    }

    @Override
    public synchronized void reading(RepositoryName repository) {
        where = "reading " + repository;
        show();
    }

    @Override
    public synchronized void deleting(RepositoryName repository, Object what) {
        where = repository.toString();
        show();
    }

    @Override
    public synchronized void done(ItemReport item) {
        // A later look may tell of it again.
        if (seen.add(List.of(item.repository(), item.digest(), item.tags(), item.isManifest()))) {
            text.add(item);
        }
        show();
    }

    @Override
    public synchronized void warned(String warning) {
        wipe();
        to.println("run: warning: " + warning);
        to.flush();
    }

    private void show() {
        Instant now = clock.instant();
        if (style == Style.NONE || now.isBefore(next)) {
            return;
        }
        next = now.plus(style.every);
        if (style == Style.BAR) {
            wipe();
            to.print(text.bar(now, where));
            drawn = true;
        } else {
            to.println("run: " + text.line(now));
        }
        to.flush();
    }

    private void wipe() {
        if (drawn) {
            to.print("\r" + " ".repeat(ProgressText.WIDTH) + "\r");
            drawn = false;
        }
    }

    /** Leaves no bar where the report is to stand. */
    @Override
    public synchronized void close() {
        wipe();
        to.flush();
    }
}
