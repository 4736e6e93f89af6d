package io.github.registryclient.cleanup.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.registryclient.error.InvalidInputException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Lengths of time as people write them: {@code 60d}, {@code 2w}, {@code 12h}, {@code 90m}, or {@code P60D} and {@code PT12H}. */
final class Terms {
    /** Beyond that somebody has mistaken the unit. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([wdhms])");
    private static final Map<String, Duration> UNITS = Map.of(
            "w", Duration.ofDays(7),
            "d", Duration.ofDays(1),
            "h", Duration.ofHours(1),
            "m", Duration.ofMinutes(1),
            "s", Duration.ofSeconds(1));

    private Terms() {}

    static Duration of(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return checked(UNITS.getOrDefault(matcher.group(2), Duration.ZERO).multipliedBy(count));
        }
        try {
            return checked(Duration.parse(text));
        } catch (DateTimeParseException e) {
            throw InvalidInputException.of("time", text, "expected such as 60d, 2w, 12h, 90m, or P60D");
        }
    }

    static Duration checked(Duration term) {
        if (term.isNegative() || term.isZero() || term.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    "a time of " + term + " is not possible: expected more than nothing and at most 36500 days");
        }
        return term;
    }

    /** Days where it is whole days, else as Java has it. */
    static String text(Duration term) {
        return term.equals(Duration.ofDays(term.toDays())) ? term.toDays() + "d" : term.toString();
    }
}
