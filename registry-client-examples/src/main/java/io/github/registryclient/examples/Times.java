package io.github.registryclient.examples;

import io.github.registryclient.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and times of day as people type them. */
final class Times {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})([wdhms])");
    private static final Map<String, Duration> UNITS = Map.of(
            "w", Duration.ofDays(7),
            "d", Duration.ofDays(1),
            "h", Duration.ofHours(1),
            "m", Duration.ofMinutes(1),
            "s", Duration.ofSeconds(1));

    private Times() {}

    /** Such as {@code 2h}, {@code 90m} or {@code 1d}. */
    static Duration length(String option, String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (matcher.matches()) {
            Duration length =
                    UNITS.getOrDefault(matcher.group(2), Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
            if (!length.isZero()) {
                return length;
            }
        }
        throw InvalidInputException.of(option, text, "expected a length of time such as 2h, 90m or 1d");
    }

    /** The next time at which clocks show {@code 06:00}, or a time with its zone such as {@code 2026-12-01T06:00:00Z}. */
    static Instant next(String option, String text, ZonedDateTime now) {
        try {
            if (text.indexOf('T') >= 0) {
                return future(option, text, OffsetDateTime.parse(text).toInstant(), now.toInstant());
            }
            LocalTime time = LocalTime.parse(text);
            ZonedDateTime today = now.with(time);
            return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toInstant();
        } catch (DateTimeParseException e) {
            throw InvalidInputException.of(
                    option, text, "expected a time such as 06:00 (the next one here) or 2026-12-01T06:00:00Z");
        }
    }

    private static Instant future(String option, String text, Instant time, Instant now) {
        if (!time.isAfter(now)) {
            throw InvalidInputException.of(option, text, "that has passed; it is " + now);
        }
        return time;
    }
}
