package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.age.AgeSource;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A source of ages that knows some manifests, and fails for some. */
final class OwnAges implements AgeSource {
    private static final int KINDS = 16;
    private final boolean there;

    OwnAges(boolean there) {
        this.there = there;
    }

    @Override
    public String name() {
        return NaiveAge.OWN_SOURCE;
    }

    @Override
    public Optional<Instant> time(RepositoryName repository, Optional<Tag> tag, Digest digest) {
        if (fails(digest.toString())) {
            throw new IllegalStateException("no answer");
        }
        return of(digest.toString());
    }

    boolean fails(String digest) {
        return there && Math.floorMod(digest.hashCode(), KINDS) == 0;
    }

    Optional<Instant> of(String digest) {
        return there && Math.floorMod(digest.hashCode(), KINDS) < KINDS / 4
                ? Optional.of(RandomTimes.NOW
                        .minus(Duration.ofHours(Math.floorMod(digest.hashCode() / KINDS, 1500)))
                        .minusSeconds(1))
                : Optional.empty();
    }
}
