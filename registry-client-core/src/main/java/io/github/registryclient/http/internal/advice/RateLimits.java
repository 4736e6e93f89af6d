package io.github.registryclient.http.internal.advice;

import io.github.registryclient.error.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an answer says of the limit for requests, in the spellings that {@link RateLimit} names. Never fails. */
public final class RateLimits {
    private static final int LONGEST = 500;
    /** From here on a number of seconds is a time, not a while: GitHub and GitLab send Unix times. */
    private static final long TIMES_BEGIN = 1_000_000_000;

    private static final Pattern FIRST_NUMBER = Pattern.compile("\\s*(\\d{1,15})(?:[.;,\\s].*|)");
    private static final Pattern WINDOW = Pattern.compile(";\\s*w\\s*=\\s*(\\d{1,15})\\b");

    private RateLimits() {}

    /**
     * Reads it.
     *
     * @param answer an answer
     * @return empty if it says nothing of a limit
     */
    public static Optional<RateLimit> of(Answer answer) {
        Optional<String> combined = header(answer, "RateLimit");
        if (combined.isPresent()) {
            return RateLimitField.read(combined.get(), header(answer, "RateLimit-Policy"))
                    .map(builder -> builder.text(text(answer, "RateLimit", "RateLimit-Policy"))
                            .build());
        }
        return three(answer, "RateLimit-").or(() -> three(answer, "X-RateLimit-"));
    }

    private static Optional<RateLimit> three(Answer answer, String prefix) {
        Optional<String> limitField = header(answer, prefix + "Limit");
        Optional<String> remainingField = header(answer, prefix + "Remaining");
        OptionalLong limit = number(limitField);
        OptionalLong remaining = number(remainingField);
        if (limit.isEmpty() && remaining.isEmpty()) {
            return Optional.empty();
        }
        RateLimit.Builder builder = RateLimit.builder();
        builder.limit(limit)
                .remaining(remaining)
                .window(window(limitField).or(() -> window(remainingField)))
                .reset(reset(answer, prefix + "Reset"))
                .text(text(answer, prefix + "Limit", prefix + "Remaining", prefix + "Reset"));
        return Optional.of(builder.build());
    }

    private static Optional<String> header(Answer answer, String name) {
        List<String> values = answer.headers(name);
        return Optional.of(values.size() == 1 ? values.get(0) : String.join(", ", values))
                .filter(value -> !value.isBlank() && value.length() <= LONGEST);
    }

    private static OptionalLong number(Optional<String> field) {
        Matcher first = FIRST_NUMBER.matcher(field.orElse(""));
        return first.matches() ? OptionalLong.of(Long.parseLong(first.group(1))) : OptionalLong.empty();
    }

    private static Optional<Duration> window(Optional<String> field) {
        Matcher window = WINDOW.matcher(field.orElse(""));
        return window.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(window.group(1)))) : Optional.empty();
    }

    private static Optional<Duration> reset(Answer answer, String name) {
        OptionalLong seconds = number(header(answer, name));
        if (seconds.isEmpty() || seconds.getAsLong() < TIMES_BEGIN) {
            return seconds.isEmpty() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds.getAsLong()));
        }
        // the server's clock, which its times are about; without one they mean nothing
        return answer.header("Date")
                .flatMap(HttpDates::read)
                .map(now -> Duration.between(now, Instant.ofEpochSecond(seconds.getAsLong())))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    private static String text(Answer answer, String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            header(answer, name).ifPresent(value -> found.add(name + ": " + value));
        }
        return answer.shown(String.join(", ", found));
    }
}
