package io.github.registryclient.cleanup.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** How leases are held. Immutable. */
final class LeaseTerms {
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    final Clock clock;
    /** Between two beats. */
    final Duration interval;

    final Supplier<LeaseHolder> here;
    final Pulse pulse;

    LeaseTerms(Clock clock, Duration interval, Supplier<LeaseHolder> here, Pulse pulse) {
        this.clock = clock;
        this.interval = interval;
        this.here = here;
        this.pulse = pulse;
    }

    static LeaseTerms of(Clock clock) {
        return new LeaseTerms(clock, INTERVAL, LeaseHolder::here, new ThreadPulse());
    }
}
