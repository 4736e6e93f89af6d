package io.github.registryclient.cleanup.age;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Which dates of documents and tags can be meant. */
final class Dates {
    /** The first day of Docker in public: what claims to be older was dated by a tool. */
    static final Instant FIRST = Instant.parse("2013-03-20T00:00:00Z");

    /** Clocks may differ so much. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** More than any two time zones differ. */
    private static final Duration ZONES = Duration.ofDays(2);

    private Dates() {}

    /** A date as RFC 3339 has it, judged. */
    static AgeEvidence read(String source, String text, Instant now) {
        try {
            return judged(source, text, OffsetDateTime.parse(text).toInstant(), now);
        } catch (DateTimeException e) {
            return AgeEvidence.ignored(source, text, "no date");
        }
    }

    /** A time that somebody tells, by a tag or a source of their own: a little in the future is young, by another clock or zone. */
    static AgeEvidence stamp(String source, String raw, Instant time, Instant now) {
        return time.isAfter(now.plus(TOLERANCE)) && time.isBefore(now.plus(ZONES))
                ? AgeEvidence.spoiling(source, raw, "in the future by less than two days")
                : judged(source, raw, time, now);
    }

    static AgeEvidence judged(String source, String raw, Instant time, Instant now) {
        return fault(time, now)
                .map(because -> AgeEvidence.ignored(source, raw, because))
                .orElseGet(() -> AgeEvidence.at(source, raw, time));
    }

    private static Optional<String> fault(Instant time, Instant now) {
        if (time.isBefore(FIRST)) {
            return Optional.of("before there were images");
        }
        return time.isAfter(now.plus(TOLERANCE)) ? Optional.of("in the future") : Optional.empty();
    }
}
