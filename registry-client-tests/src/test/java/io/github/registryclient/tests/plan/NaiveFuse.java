package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.judge.Verdict;
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
        Set<String> images = new TreeSet<>();
        Set<String> lost = new TreeSet<>();
        Set<String> mayGo = new TreeSet<>();
        List<Double> shares = new ArrayList<>();
        for (NaiveJudged one : verdicts.judged) {
            if (!one.item.tag.isEmpty() && !repository.isFollower(one.item.tag)) {
                boolean dangles = one.item.manifest.isEmpty();
                String thing = dangles ? one.item.tag : one.item.digest();
                boolean goes = !dangles && verdicts.going.contains(one.item.digest()) || losesAll(repository, thing);
                if (tagged.add(thing) && goes) {
                    lost.add(thing);
                    shares.add(share(deciding(thing)));
                    if (deciding(thing).stream().anyMatch(Rule::allowEmpty)) {
                        mayGo.add(thing);
                    }
                }
                if (!dangles
                        && List.of("IMAGE", "INDEX")
                                .contains(one.item.manifest.get().kind())) {
                    images.add(thing);
                }
            }
        }
        boolean trips = deletions() > policy.fuse().perRepository().orElse(Integer.MAX_VALUE);
        trips |= isEmptied(tagged, lost, mayGo) || isEmptied(images, lost, mayGo);
        for (double most : shares) {
            long within = shares.stream().filter(share -> share <= most).count();
            trips |= tagged.size() >= policy.fuse().shareFrom() && within > most * tagged.size();
        }
        return trips;
    }

    /** All its own tags go as tags. */
    private boolean losesAll(NaiveRepository repository, String thing) {
        boolean all = true;
        for (NaiveJudged one : verdicts.judged) {
            boolean dangles = one.item.manifest.isEmpty();
            boolean its = one.item.digest().equals(thing) || dangles && one.item.tag.equals(thing);
            if (its && !one.item.tag.isEmpty() && !repository.isFollower(one.item.tag)) {
                Verdict verdict = verdicts.tags.get(one.item.tag);
                all &= verdict == Verdict.UNTAG || dangles && verdict == Verdict.DELETE;
            }
        }
        return all;
    }

    private static boolean isEmptied(Set<String> things, Set<String> lost, Set<String> mayGo) {
        return !things.isEmpty() && lost.containsAll(things) && !mayGo.containsAll(things);
    }

    /** Manifests, and tags that are deleted as tags. */
    int deletions() {
        int deletions = verdicts.going.size();
        for (NaiveJudged one : verdicts.judged) {
            Verdict verdict = verdicts.tags.get(one.item.tag);
            boolean asTag = verdict == Verdict.UNTAG || verdict == Verdict.DELETE && one.item.manifest.isEmpty();
            deletions += asTag ? 1 : 0;
        }
        return deletions;
    }

    private double share(Set<Rule> rules) {
        double most = -1;
        for (Rule rule : rules) {
            most = Math.max(most, rule.maxShare().orElse(policy.fuse().share()));
        }
        return most < 0 ? policy.fuse().share() : most;
    }

    private Set<Rule> deciding(String thing) {
        Set<Rule> rules = new HashSet<>();
        for (NaiveJudged one : verdicts.judged) {
            if (one.item.digest().equals(thing) || one.item.manifest.isEmpty() && one.item.tag.equals(thing)) {
                rules.addAll(one.deletes);
            }
        }
        return rules;
    }
}
