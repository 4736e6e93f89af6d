package io.github.registryclient.examples;

import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far it is, in words. Not thread-safe. */
final class ProgressText {
    /** Of a line that does not wrap on any usual terminal. */
    static final int WIDTH = 78;

    private static final int CELLS = 20;
    private static final double MILLIS = 1_000;

    private final int all;
    private final Instant begun;
    private int done;
    private long bytes;

    ProgressText(int all, Instant begun) {
        this.all = all;
        this.begun = begun;
    }

    void add(ItemReport item) {
        done++;
        bytes += item.bytes();
    }

    String bar(Instant now, String where) {
        int filled = all == 0 ? 0 : (int) ((long) CELLS * done / all);
        String line = "[" + "#".repeat(filled) + "-".repeat(CELLS - filled) + "] " + line(now) + "  " + where;
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
    }

    String line(Instant now) {
        double seconds = Duration.between(begun, now).toMillis() / MILLIS;
        String counts = String.format(Locale.ROOT, "%,d of %,d, %s", done, all, Bytes.text(bytes));
        if (done == 0 || seconds <= 0) {
            return counts;
        }
        double rate = done / seconds;
        return counts + String.format(Locale.ROOT, ", %.1f/s, %s left", rate, length(Math.round((all - done) / rate)));
    }

    private static String length(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
