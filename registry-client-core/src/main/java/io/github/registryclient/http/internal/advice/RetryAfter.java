package io.github.registryclient.http.internal.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads how long an answer asks to wait: seconds, a date in one of HTTP's three forms, the Unix time that Docker Hub once
 * sent, or, of a 429 without such a header, what GHCR says in its message. What lies in the past is no time at all, and what lies
 * far off is a day.
 *
 * <p>Source: RFC 9110, 10.2.3 and 5.6.7.
 */
public final class RetryAfter {
    /** Nobody is waited for longer than that, whatever it asks for. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * How long an answer asks to wait; its own clock counts where it says the time.
     *
     * @param answer the answer
     * @param now when it came
     * @return at most a day from then on; empty if it does not say
     */
    public static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header("Retry-After")
                .flatMap(value -> isNumber(value)
                        ? Optional.of(seconds(value))
                        : HttpDates.read(value).map(at -> Duration.between(here(answer, now), at)))
                .or(() -> answer.header("X-Retry-After")
                        .filter(RetryAfter::isNumber)
                        .map(value -> seconds(value).minusSeconds(now.getEpochSecond())))
                .or(() -> answer.status() == 429 ? RetryAfterMessage.of(answer) : Optional.empty())
                .map(RetryAfter::bounded);
    }

    /**
     * Whether it is more than anybody is given.
     *
     * @param asked what an answer asks for
     * @return true if it is not worth waiting for
     */
    public static boolean isTooLong(Duration asked) {
        return asked.compareTo(LONGEST_WAIT) > 0;
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(digits.length() > 12 ? Integer.MAX_VALUE : Long.parseLong(digits));
    }

    private static Instant here(Answer answer, Instant now) {
        return answer.header("Date").flatMap(HttpDates::read).orElse(now);
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
