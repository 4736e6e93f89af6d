package io.github.registryclient.http.internal.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads how long an answer asks to wait: seconds, a date in one of HTTP's three forms, the Unix time that Docker Hub once
 * sent, or, of a 429 without such a header, what GHCR says in its message. What lies in the past is no time at all, and what lies far off is a day.
 *
 * <p>Source: RFC 9110, 10.2.3 and 5.6.7.
 */
final class RetryAfter {
    /** Nobody is waited for longer than that, whatever it asks for. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(1);
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

    private RetryAfter() {}

    /** How long the answer asks to wait from now on; its own clock counts where it says the time. */
    static Optional<Duration> of(Reply reply, Instant now) {
        return reply.header("Retry-After")
                .flatMap(value -> isNumber(value)
                        ? Optional.of(seconds(value))
                        : date(value).map(at -> Duration.between(here(reply, now), at)))
                .or(() -> reply.header("X-Retry-After")
                        .filter(RetryAfter::isNumber)
                        .map(value -> seconds(value).minusSeconds(now.getEpochSecond())))
                .or(() -> reply.status() == 429 ? RetryAfterMessage.of(reply) : Optional.empty())
                .map(RetryAfter::bounded);
    }

    /** Whether it asks for more than anybody is given. */
    static boolean isTooLong(Reply reply) {
        return reply.retryAfter()
                .filter(asked -> asked.compareTo(LONGEST_WAIT) > 0)
                .isPresent();
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(digits.length() > 12 ? Integer.MAX_VALUE : Long.parseLong(digits));
    }

    private static Instant here(Reply reply, Instant now) {
        return reply.header("Date").flatMap(RetryAfter::date).orElse(now);
    }

    /** A time in any of the forms that HTTP has had. Source: RFC 9110, 5.6.7. */
    static Optional<Instant> date(String value) {
        return DATES.stream().flatMap(format -> parsed(format, value)).findFirst();
    }

    private static Stream<Instant> parsed(DateTimeFormatter format, String value) {
        try {
            return Stream.of(format.parse(value, Instant::from));
        } catch (DateTimeException inAnotherForm) {
            return Stream.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
