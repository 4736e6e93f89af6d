package io.github.registryclient.testkit.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The date of an answer (RFC 9110, 6.6.1), made once a second. Thread-safe. */
final class DateLine {
    private static final String PATTERN = "EEE, dd MMM yyyy HH:mm:ss 'GMT'";

    private final DateTimeFormatter format =
            DateTimeFormatter.ofPattern(PATTERN, Locale.ROOT).withZone(ZoneOffset.UTC);
    private final Clock clock;
    private volatile Line line = new Line(Long.MIN_VALUE, "");

    DateLine(Clock clock) {
        this.clock = clock;
    }

    String now() {
        long second = clock.millis() / 1000;
        Line current = line;
        if (current.second != second) {
            current = new Line(second, "Date: " + format.format(Instant.ofEpochSecond(second)));
            line = current;
        }
        return current.text;
    }

    private static final class Line {
        private final long second;
        private final String text;

        private Line(long second, String text) {
            this.second = second;
            this.text = text;
        }
    }
}
