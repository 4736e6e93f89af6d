package io.github.registryclient.tests.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Draws dates, few enough that some are equal. For one thread. */
final class RandomTimes {
    /** When everything is planned; no date that is drawn is a whole number of hours before it. */
    static final Instant NOW = Instant.parse("2026-03-01T10:00:30Z");

    /** The same as a registry says it. */
    static final String DATE = DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.atOffset(ZoneOffset.UTC));

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final List<String> BOGUS = List.of(
            "0001-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "2031-01-01T00:00:00Z",
            "yesterday",
            "1980-01-01T00:00:01Z");

    private final Random random;

    RandomTimes(Random random) {
        this.random = random;
    }

    Instant some() {
        if (random.nextInt(3) == 0) {
            return NOW.minus(Duration.ofHours(List.of(5, 30, 1500).get(random.nextInt(3))))
                    .plusSeconds(30);
        }
        int hours = 1 + random.nextInt(random.nextBoolean() ? 60 : 2400);
        return NOW.minus(Duration.ofHours(hours)).plusSeconds(17 + 60L * random.nextInt(2));
    }

    /** Perhaps one that cannot be. */
    String created() {
        return random.nextInt(6) == 0 ? BOGUS.get(random.nextInt(BOGUS.size())) : some().toString();
    }

    /** As the user's builds put it into tags, with more digits than anybody knows the meaning of. */
    String stamp() {
        if (random.nextInt(12) == 0) {
            return List.of("203101010000", "201302300000", "20120101000099", "202602281200123456")
                    .get(random.nextInt(4));
        }
        int more = random.nextInt(4);
        String rest = more == 0 ? "" : String.format("%0" + more + "d", random.nextInt((int) Math.pow(10, more)));
        return MINUTE.format(some()) + rest;
    }

    String day() {
        return DAY.format(some());
    }
}
