package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The candidates of one group, and the places of their manifests: one has that of its newest tag. */
final class RankedGroup {
    private final List<Candidate> members = new ArrayList<>();
    private final Map<Digest, RankKey> keys = new HashMap<>();
    private final Places<Digest> places;
    private final boolean unknownMember;

    RankedGroup(Rule rule, List<Candidate> members) {
        this.members.addAll(members);
        Map<Candidate, RankKey> byCandidate = new HashMap<>();
        for (Candidate member : members) {
            key(rule, member).ifPresent(key -> byCandidate.put(member, key));
        }
        Set<Instant> ambiguous = ambiguous(byCandidate.values());
        byCandidate.forEach((member, key) -> keys.merge(
                member.digest().orElseThrow(),
                ambiguous.contains(key.time()) ? key.withoutRest() : key,
                (one, other) -> one.compareTo(other) >= 0 ? one : other));
        places = new Places<>(keys);
        unknownMember = byCandidate.size() < members.size();
    }

    static Optional<RankKey> key(Rule rule, Candidate member) {
        return rule.order() == RankOrder.VERSION
                ? Conditions.versionOf(rule, member).map(RankKey::of)
                : RankKey.of(member.age());
    }

    /** Digits after the minute tell an order only where there are equally many of them. */
    static Set<Instant> ambiguous(Iterable<RankKey> keys) {
        Map<Instant, Integer> lengths = new HashMap<>();
        Set<Instant> ambiguous = new HashSet<>();
        for (RankKey key : keys) {
            Integer before = lengths.putIfAbsent(key.time(), key.rest().length());
            if (before != null && before != key.rest().length()) {
                ambiguous.add(key.time());
            }
        }
        return ambiguous;
    }

    List<Candidate> members() {
        return members;
    }

    /** From 1 on; 0 if it has none. */
    int place(Candidate candidate) {
        return candidate.digest().map(places::of).orElse(0);
    }

    int count() {
        return places.count();
    }

    /** Empty if no member has a place. */
    Optional<RankKey> newest() {
        return keys.values().stream().max(RankKey::compareTo);
    }

    boolean hasUnknownMember() {
        return unknownMember;
    }
}
