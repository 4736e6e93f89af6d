package io.github.registryclient.testkit.registry.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When uploads are given up that nobody finished. Immutable. */
public final class UploadExpiry {
    /** What distribution's configuration has for {@code storage.maintenance.uploadpurging.age} unless it is set. */
    private static final Duration AGE = Duration.ofDays(7);

    private final Duration age;
    private final Clock clock;

    private UploadExpiry(Duration age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    /** Seven days after they began. */
    public static UploadExpiry defaults() {
        return new UploadExpiry(AGE, Clock.systemUTC());
    }

    /** After another time. */
    public UploadExpiry withAge(Duration other) {
        return new UploadExpiry(other, clock);
    }

    /** By another clock. */
    public UploadExpiry withClock(Clock other) {
        return new UploadExpiry(age, other);
    }

    Instant now() {
        return clock.instant();
    }

    boolean isOver(Instant begun) {
        return Duration.between(begun, now()).compareTo(age) >= 0;
    }
}
