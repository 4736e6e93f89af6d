package io.github.registryclient.http.internal.advice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Times in any of the forms that HTTP has had. Source: RFC 9110, 5.6.7. */
public final class HttpDates {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1977) // never more than 50 years ahead
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private HttpDates() {}

    /**
     * Reads a time.
     *
     * @param value a header's value
     * @return empty if it is no time
     */
    public static Optional<Instant> read(String value) {
        return DATES.stream().flatMap(format -> parsed(format, value)).findFirst();
    }

    private static Stream<Instant> parsed(DateTimeFormatter format, String value) {
        try {
            return Stream.of(format.parse(value, Instant::from));
        } catch (DateTimeException inAnotherForm) {
            return Stream.empty();
        }
    }
}
