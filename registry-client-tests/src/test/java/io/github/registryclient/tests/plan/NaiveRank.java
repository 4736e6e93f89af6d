package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Places among what the other conditions of a rule left, counted one by one. */
final class NaiveRank {
    private final NaiveRule evaluated;
    private final Rule rule;
    private final List<NaiveItem> left;
    private final List<NaiveItem> perhaps;

    NaiveRank(NaiveRule evaluated, List<NaiveItem> left, List<NaiveItem> perhaps) {
        this.evaluated = evaluated;
        this.rule = evaluated.rule;
        this.left = left;
        this.perhaps = perhaps;
    }

    Sure of(NaiveItem item) {
        Sure all = Sure.YES;
        if (rule.newest().isPresent() || rule.beyondNewest().isPresent()) {
            all = all.and(isKnown(item) ? among(rule.newest(), rule.beyondNewest(), place(item)) : Sure.UNKNOWN);
        }
        List<NaiveItem> group = group(left, name(item));
        List<NaiveItem> mayBelong = group(perhaps, name(item));
        if (rule.newestGroups().isPresent() || rule.beyondNewestGroups().isPresent()) {
            boolean known = mayBelong.isEmpty();
            for (NaiveItem member : group) {
                known &= isKnown(member);
            }
            all = all.and(
                    known ? among(rule.newestGroups(), rule.beyondNewestGroups(), groupPlace(item)) : Sure.UNKNOWN);
        }
        if (rule.groupOlderThan().isPresent()) {
            for (NaiveItem member : group) {
                all = all.and(withoutPush(member, rule.groupOlderThan().get()));
            }
            for (NaiveItem member : mayBelong) {
                if (withoutPush(member, rule.groupOlderThan().get()) != Sure.YES) {
                    all = all.and(Sure.UNKNOWN);
                }
            }
        }
        return all;
    }

    private static Sure among(OptionalInt newest, OptionalInt beyond, int place) {
        return Sure.of(newest.isPresent() ? place <= newest.getAsInt() : place > beyond.getAsInt());
    }

    /** The tag or the ledger has to say it, and nothing may say otherwise. */
    private static Sure withoutPush(NaiveItem member, Duration term) {
        Sure older = NaiveRule.older(member, term);
        if (older != Sure.YES) {
            return older;
        }
        Instant limit = RandomTimes.NOW.minus(term);
        Optional<Instant> push = member.age.flatMap(age -> age.push);
        if (push.isPresent()) {
            return Sure.of(push.get().isBefore(limit));
        }
        Optional<Instant> orEarlier = member.age.flatMap(age -> age.pushedOrEarlier);
        return orEarlier.filter(limit::isAfter).isPresent() ? Sure.YES : Sure.UNKNOWN;
    }

    private String name(NaiveItem item) {
        return rule.group().map(part -> rule.tags().parts(item.tag).get(part)).orElse("");
    }

    private List<NaiveItem> group(List<NaiveItem> among, String name) {
        List<NaiveItem> group = new ArrayList<>();
        for (NaiveItem item : among) {
            if (name(item).equals(name)) {
                group.add(item);
            }
        }
        return group;
    }

    private boolean isKnown(NaiveItem item) {
        return rule.order() == RankOrder.VERSION || item.age.orElseThrow().time.isPresent();
    }

    private int place(NaiveItem item) {
        List<NaiveItem> group = group(left, name(item));
        NaiveItem best = newest(sharing(group, item), group);
        Set<String> newer = new TreeSet<>();
        for (NaiveItem other : group) {
            if (isKnown(other) && compare(newest(sharing(group, other), group), best, group) > 0) {
                newer.add(other.digest());
            }
        }
        return 1 + newer.size();
    }

    private int groupPlace(NaiveItem item) {
        NaiveItem best = newest(group(left, name(item)), left);
        Set<String> newer = new TreeSet<>();
        for (NaiveItem other : left) {
            if (isKnown(other) && compare(newest(group(left, name(other)), left), best, left) > 0) {
                newer.add(name(other));
            }
        }
        return 1 + newer.size();
    }

    private static List<NaiveItem> sharing(List<NaiveItem> group, NaiveItem item) {
        List<NaiveItem> sharing = new ArrayList<>();
        for (NaiveItem one : group) {
            if (one.digest().equals(item.digest())) {
                sharing.add(one);
            }
        }
        return sharing;
    }

    private NaiveItem newest(List<NaiveItem> of, List<NaiveItem> all) {
        Optional<NaiveItem> best = Optional.empty();
        for (NaiveItem one : of) {
            if (isKnown(one) && (best.isEmpty() || compare(one, best.get(), all) > 0)) {
                best = Optional.of(one);
            }
        }
        return best.orElseThrow();
    }

    private int compare(NaiveItem one, NaiveItem other, List<NaiveItem> all) {
        if (rule.order() == RankOrder.VERSION) {
            Version first = evaluated.version(one).orElseThrow();
            return first.compareTo(evaluated.version(other).orElseThrow());
        }
        NaiveAge first = one.age.orElseThrow();
        NaiveAge second = other.age.orElseThrow();
        int byTime = first.time.orElseThrow().compareTo(second.time.orElseThrow());
        return byTime != 0 || !sameForm(first.time.get(), all) ? byTime : first.rest.compareTo(second.rest);
    }

    /** Whether all of one minute have equally many digits after it; else nobody knows what they mean. */
    private static boolean sameForm(Instant minute, List<NaiveItem> all) {
        Set<Integer> lengths = new TreeSet<>();
        for (NaiveItem one : all) {
            NaiveAge age = one.age.orElseThrow();
            if (age.time.isPresent() && age.time.get().equals(minute)) {
                lengths.add(age.rest.length());
            }
        }
        return lengths.size() <= 1;
    }
}
