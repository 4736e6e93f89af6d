package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.policy.Policy;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The longest time that a policy speaks of: so old a ledger has to be to answer all that is asked of it. */
final class LongestTerm {
    private LongestTerm() {}

    static Duration of(Policy policy) {
        return Stream.concat(
                        Stream.of(policy.ages().grace()),
                        policy.rules().stream()
                                .flatMap(rule -> Stream.of(rule.olderThan(), rule.youngerThan(), rule.groupOlderThan()))
                                .flatMap(Optional::stream))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
