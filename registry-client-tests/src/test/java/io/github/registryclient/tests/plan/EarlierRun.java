package io.github.registryclient.tests.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a run that began earlier, and says the real time afterwards, when it is compared with the registry's. */
final class EarlierRun extends Clock {
    private final Duration ago;
    private boolean asked;

    EarlierRun(Duration ago) {
        this.ago = ago;
    }

    @Override
    public Instant instant() {
        Instant now = Instant.now();
        if (asked) {
            return now;
        }
        asked = true;
        return now.minus(ago);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
