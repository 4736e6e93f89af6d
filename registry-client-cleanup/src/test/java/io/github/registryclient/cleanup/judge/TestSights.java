package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Instant;
import java.util.Optional;

/** A ledger that first saw everything at one time. */
public final class TestSights implements Sightings {
    private final FirstSight sight;
    private final boolean untrusted;

    private TestSights(FirstSight sight, boolean untrusted) {
        this.sight = sight;
        this.untrusted = untrusted;
    }

    public static Sightings seen(Instant time) {
        return new TestSights(FirstSight.of(time, false), false);
    }

    public static Sightings thereAtTheBeginning(Instant time) {
        return new TestSights(FirstSight.of(time, true), false);
    }

    public static Sightings afterALoss(Instant time) {
        return new TestSights(FirstSight.of(time, false), true);
    }

    @Override
    public Optional<Instant> began() {
        return Optional.of(sight.time());
    }

    @Override
    public boolean isUntrusted() {
        return untrusted;
    }

    @Override
    public Optional<FirstSight> firstSight(RepositoryName repository, Tag tag, Digest digest) {
        return Optional.of(sight);
    }

    @Override
    public Optional<FirstSight> firstSight(RepositoryName repository, Digest digest) {
        return Optional.empty();
    }
}
