package io.github.registryclient.http.internal.advice;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code retry-after: 880.092µs, allowed: 44000/minute}, as GHCR says it in the message of an error and in no header: a
 * duration in Go's words.
 *
 * <p>Sources: github.com/dependabot/cli issue 380, github.com/falcosecurity/plugins issue 1069; Go's time.Duration.String.
 */
final class RetryAfterMessage {
    private static final String PART = "(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)";
    private static final Pattern PARTS = Pattern.compile(PART);
    private static final Pattern ASKED =
            Pattern.compile("(?i:\\bretry-after):\\s{0,9}((?:" + PART + "){1,3})(?![\\w.])");
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1d, "us", 1e3, "\u00b5s", 1e3, "\u03bcs", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);

    private RetryAfterMessage() {}

    /** How long the first error's message asks to wait, in whole milliseconds and never less than it says. */
    static Optional<Duration> of(Answer answer) {
        Matcher asked = ASKED.matcher(
                answer.json().path("errors").path(0).path("message").asText(""));
        return asked.find() ? Optional.of(duration(asked.group(1))) : Optional.empty();
    }

    private static Duration duration(String words) {
        double nanos = PARTS.matcher(words)
                .results()
                .mapToDouble(RetryAfterMessage::nanos)
                .sum();
        return Duration.ofMillis((long) Math.ceil(nanos / 1e6));
    }

    private static double nanos(MatchResult part) {
        return Double.parseDouble(part.group(1)) * NANOS.getOrDefault(part.group(2), 0d);
    }
}
