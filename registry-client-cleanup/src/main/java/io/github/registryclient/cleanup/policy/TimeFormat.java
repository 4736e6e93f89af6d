package io.github.registryclient.cleanup.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Formats of dates and times: whether somebody can have meant one, and what is read by it. */
final class TimeFormat {
    /** Times that differ in every field, one of them just after midnight. */
    private static final List<LocalDateTime> SAMPLES =
            List.of(LocalDateTime.of(2026, 11, 29, 13, 47, 58), LocalDateTime.of(2027, 2, 3, 0, 7, 9));

    private static final String HOURS = "HhKka";
    private static final String ZONES = "XxZzVOv";

    private TimeFormat() {}

    /** What is wrong with it: it has to read what it writes, and every field once. */
    static Optional<String> check(String format) {
        String letters = letters(format);
        Optional<String> fault = twice(letters).or(() -> zone(letters));
        if (fault.isPresent()) {
            return fault;
        }
        try {
            for (LocalDateTime sample : SAMPLES) {
                LocalDateTime read = read(format, formatter(format).format(sample));
                if (!read.equals(expected(letters, sample))) {
                    return Optional.of("it reads " + sample + " as " + read);
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** To the finest field that it has. */
    private static LocalDateTime expected(String letters, LocalDateTime sample) {
        if (letters.indexOf('s') >= 0) {
            return sample.truncatedTo(ChronoUnit.SECONDS);
        }
        if (letters.indexOf('m') >= 0) {
            return sample.truncatedTo(ChronoUnit.MINUTES);
        }
        boolean hasHours = letters.chars().anyMatch(letter -> HOURS.indexOf(letter) >= 0);
        return sample.truncatedTo(hasHours ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    }

    private static Optional<String> zone(String letters) {
        return letters.chars()
                .filter(letter -> ZONES.indexOf(letter) >= 0)
                .mapToObj(letter -> (char) letter + " is a zone, and zones are said by \"zone\"")
                .findFirst();
    }

    /** As in {@code uuuuMMddHHMM}, where the second was to be the minute. */
    private static Optional<String> twice(String letters) {
        Set<Character> seen = new HashSet<>();
        char last = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter != last && Character.isLetter(letter) && !seen.add(letter)) {
                return Optional.of(letter + " stands there twice");
            }
            last = letter;
        }
        return seen.contains('M') && seen.contains('D')
                ? Optional.of("D is the day of the year, which goes with no month")
                : Optional.empty();
    }

    /** Without what stands in quotes. */
    private static String letters(String format) {
        return format.replaceAll("'[^']*'", " ");
    }

    /** At midnight if it has no time. */
    static LocalDateTime read(String format, String text) {
        TemporalAccessor read = formatter(format).parse(text);
        LocalTime time = read.query(TemporalQueries.localTime());
        if (time == null) {
            time = read.isSupported(ChronoField.HOUR_OF_DAY)
                    ? LocalTime.of(read.get(ChronoField.HOUR_OF_DAY), 0)
                    : LocalTime.MIDNIGHT;
        }
        return LocalDateTime.of(LocalDate.from(read), time);
    }

    private static DateTimeFormatter formatter(String format) {
        return DateTimeFormatter.ofPattern(format, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
