package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.version.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** By what a rank is taken: a time, and what decides between equal times; or a version. */
final class RankKey implements Comparable<RankKey> {
    private static final Version NO_VERSION = Version.of("0");

    private final Instant time;
    private final String rest;
    private final Version version;

    private RankKey(Instant time, String rest, Version version) {
        this.time = time;
        this.rest = rest;
        this.version = version;
    }

    /** Empty if the age is unknown, or known only to be at least so old. */
    static Optional<RankKey> of(Age age) {
        return age.time().map(time -> new RankKey(time, age.rest(), NO_VERSION));
    }

    static RankKey of(Version version) {
        return new RankKey(Instant.EPOCH, "", version);
    }

    Instant time() {
        return time;
    }

    String rest() {
        return rest;
    }

    RankKey withoutRest() {
        return rest.isEmpty() ? this : new RankKey(time, "", version);
    }

    @Override
    public int compareTo(RankKey other) {
        int byTime = time.compareTo(other.time);
        int byRest = byTime != 0 ? byTime : rest.compareTo(other.rest);
        return byRest != 0 ? byRest : version.compareTo(other.version);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankKey && compareTo((RankKey) other) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(time, rest, version);
    }
}
