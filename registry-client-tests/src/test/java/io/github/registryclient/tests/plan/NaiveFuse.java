package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether a repository loses more than it may before somebody looks. */
final class NaiveFuse {
    private final Policy policy;
    private final NaiveVerdicts verdicts;

    NaiveFuse(Policy policy, NaiveVerdicts verdicts) {
        this.policy = policy;
        this.verdicts = verdicts;
    }

    boolean trips(NaiveRepository repository) {
        Set<String> tagged = new TreeSet<>();
        repository.tags.forEach((tag, digest) -> {
            if (!repository.isFollower(tag)) {
                tagged.add(digest);
            }
        });
        List<Double> shares = new ArrayList<>();
        boolean mayEmpty = true;
        for (String digest : tagged) {
            if (verdicts.going.contains(digest)) {
                shares.add(share(digest));
                mayEmpty &= deciding(digest).stream().anyMatch(Rule::allowEmpty);
            }
        }
        boolean trips = verdicts.going.size() > policy.fuse().perRepository().orElse(Integer.MAX_VALUE);
        trips |= !shares.isEmpty() && shares.size() == tagged.size() && !mayEmpty;
        for (double most : shares) {
            long within = shares.stream().filter(share -> share <= most).count();
            trips |= tagged.size() >= policy.fuse().shareFrom() && within > most * tagged.size();
        }
        return trips;
    }

    private double share(String digest) {
        double most = -1;
        for (Rule rule : deciding(digest)) {
            most = Math.max(most, rule.maxShare().orElse(policy.fuse().share()));
        }
        return most < 0 ? policy.fuse().share() : most;
    }

    private Set<Rule> deciding(String digest) {
        Set<Rule> rules = new HashSet<>();
        for (NaiveJudged one : verdicts.judged) {
            if (one.item.digest().equals(digest)) {
                rules.addAll(one.deletes);
            }
        }
        return rules;
    }
}
