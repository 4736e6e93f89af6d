package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Ranks of one rule in one repository, taken among what the rule's other conditions left. */
final class Ranking {
    private static final String NO_PLACE = "its age is unknown, so it has no place in the rank";

    private final Rule rule;
    private final Map<String, RankedGroup> groups = new LinkedHashMap<>();
    /** Of which it is unknown whether the other conditions leave them: they take no place, and leave their group unknown. */
    private final Map<String, List<Candidate>> perhapsMembers = new HashMap<>();

    private final Places<String> groupPlaces;
    private final Map<String, Finding> groupAges = new HashMap<>();

    Ranking(Rule rule, List<Candidate> population, List<Candidate> perhaps, Instant now) {
        this.rule = rule;
        Map<String, List<Candidate>> members = new LinkedHashMap<>();
        for (Candidate one : population) {
            members.computeIfAbsent(group(one), first -> new ArrayList<>()).add(one);
        }
        Map<String, RankKey> newest = new HashMap<>();
        members.forEach((name, list) -> {
            RankedGroup group = new RankedGroup(rule, list);
            groups.put(name, group);
            group.newest().ifPresent(key -> newest.put(name, key));
        });
        Set<Instant> ambiguous = RankedGroup.ambiguous(population.stream()
                .flatMap(one -> RankedGroup.key(rule, one).stream())
                .collect(Collectors.toList()));
        newest.replaceAll((name, key) -> ambiguous.contains(key.time()) ? key.withoutRest() : key);
        groupPlaces = new Places<>(newest);
        perhaps.forEach(one -> perhapsMembers
                .computeIfAbsent(group(one), first -> new ArrayList<>())
                .add(one));
        rule.groupOlderThan().ifPresent(term -> {
            GroupAge age = new GroupAge(now);
            groups.forEach((name, group) -> groupAges.put(
                    name,
                    age.of(group.members(), term)
                            .and(age.ofPerhaps(perhapsMembers.getOrDefault(name, List.of()), term))));
        });
    }

    /** Whether a candidate can have a place: by version, only a release, or any version if the rule says so. */
    static boolean canRank(Rule rule, Candidate candidate) {
        return candidate.manifest().isPresent()
                && (rule.order() == RankOrder.AGE
                        || Conditions.versionOf(rule, candidate)
                                .filter(version -> rule.preReleases() || !version.isPreRelease())
                                .isPresent());
    }

    private String group(Candidate candidate) {
        return rule.group()
                .map(part -> rule.tags().parts(candidate.tagText()).getOrDefault(part, ""))
                .orElse("");
    }

    Rank rank(Candidate candidate) {
        String name = group(candidate);
        RankedGroup group = groups.get(name);
        return group == null
                ? Rank.of(rule.group().map(part -> name), 0, 0, 0)
                : Rank.of(rule.group().map(part -> name), group.place(candidate), group.count(), groupPlaces.of(name));
    }

    /** Of a member of the population. */
    Finding of(Candidate candidate) {
        String name = group(candidate);
        RankedGroup group = Objects.requireNonNull(groups.get(name), name);
        Finding inGroup = among(rule.newest(), rule.beyondNewest(), group.place(candidate), isUnknown(candidate));
        boolean unknown = group.hasUnknownMember() || perhapsMembers.containsKey(name);
        Finding ofGroups = among(rule.newestGroups(), rule.beyondNewestGroups(), groupPlaces.of(name), unknown);
        return inGroup.and(ofGroups).and(groupAges.getOrDefault(name, Finding.YES));
    }

    private boolean isUnknown(Candidate candidate) {
        return rule.order() == RankOrder.AGE && candidate.age().time().isEmpty();
    }

    private static Finding among(OptionalInt newest, OptionalInt beyond, int place, boolean unknown) {
        if (newest.isEmpty() && beyond.isEmpty()) {
            return Finding.YES;
        }
        if (unknown) {
            return Finding.unknown(NO_PLACE);
        }
        return Finding.of(newest.isPresent() ? place <= newest.getAsInt() : place > beyond.getAsInt());
    }
}
