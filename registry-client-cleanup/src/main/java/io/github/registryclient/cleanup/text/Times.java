package io.github.registryclient.cleanup.text;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
public final class Times {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Times() {}

    /**
     * A duration with its unit, rounded.
     *
     * @param time the duration
     * @return such as {@code 40 ms}, {@code 2.5 s}, {@code 3 min 20 s} or {@code 1 h 5 min}
     */
    public static String text(Duration time) {
        long millis = time.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", (double) millis / SECOND);
        }
        return millis < HOUR
                ? millis / MINUTE + " min " + millis % MINUTE / SECOND + " s"
                : millis / HOUR + " h " + millis % HOUR / MINUTE + " min";
    }
}
