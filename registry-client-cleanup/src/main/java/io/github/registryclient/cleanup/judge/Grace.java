package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.age.AgeEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the ledger first saw a moment ago is never deleted. */
final class Grace {
    private Grace() {}

    static List<String> of(Age age, Duration grace, Instant now) {
        Instant limit = now.minus(grace);
        return age.evidence().stream()
                .filter(one -> one.source().equals(Age.LEDGER) && !one.orEarlier())
                .filter(one -> one.time().filter(time -> time.isAfter(limit)).isPresent())
                .map(AgeEvidence::raw)
                .map(raw -> "it was " + raw + ", which is within the grace period")
                .collect(Collectors.toList());
    }
}
