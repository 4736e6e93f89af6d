package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where two opinions differ. */
final class PlanDifference {
    private final NaivePlan naive;
    private final Plan plan;
    private final Policy policy;
    private final List<String> all = new ArrayList<>();

    PlanDifference(NaivePlan naive, Plan plan, Policy policy) {
        this.naive = naive;
        this.plan = plan;
        this.policy = policy;
    }

    List<String> all() {
        boolean runHeld = runHeld();
        for (NaiveVerdicts expected : naive.verdicts.values()) {
            NaiveRepository repository = expectedRepository(expected);
            RepositoryPlan found =
                    plan.repository(RepositoryName.of(repository.name)).orElseThrow();
            tags(repository, expected, found);
            manifests(repository, expected, found);
            boolean held = new NaiveFuse(policy, expected).trips(repository) || runHeld;
            if (held != found.heldBack().isPresent()) {
                all.add(repository.name + ": expected " + (held ? "" : "not ") + "to be held back, and is " + found);
            }
            Set<String> expectedDeletions = held ? Set.of() : expected.going;
            if (!texts(found.deletions()).equals(new TreeSet<>(expectedDeletions))) {
                all.add(repository.name + ": expected deletions " + expectedDeletions + ", not " + found.deletions());
            }
        }
        if (plan.repositories().size() != naive.repositories.size()) {
            all.add("repositories: " + plan.repositories());
        }
        return all;
    }

    private NaiveRepository expectedRepository(NaiveVerdicts verdicts) {
        for (Map.Entry<String, NaiveVerdicts> one : naive.verdicts.entrySet()) {
            if (one.getValue() == verdicts) {
                return naive.repositories.get(one.getKey());
            }
        }
        throw new IllegalStateException();
    }

    private boolean runHeld() {
        int sum = 0;
        for (Map.Entry<String, NaiveVerdicts> one : naive.verdicts.entrySet()) {
            NaiveFuse fuse = new NaiveFuse(policy, one.getValue());
            sum += fuse.trips(naive.repositories.get(one.getKey())) ? 0 : fuse.deletions();
        }
        return sum > policy.fuse().perRun().orElse(Integer.MAX_VALUE);
    }

    private void tags(NaiveRepository repository, NaiveVerdicts expected, RepositoryPlan found) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        found.verdicts().tags().forEach((tag, decision) -> verdicts.put(tag.toString(), decision.verdict()));
        Set<String> names = new HashSet<>(verdicts.keySet());
        names.addAll(expected.tags.keySet());
        for (String tag : names) {
            if (expected.tags.get(tag) != verdicts.get(tag)) {
                all.add(repository.name + ":" + tag + ": expected " + expected.tags.get(tag) + ", not "
                        + (verdicts.containsKey(tag) ? plan.explain(found.name(), Tag.of(tag)) : "nothing"));
            }
        }
    }

    private void manifests(NaiveRepository repository, NaiveVerdicts expected, RepositoryPlan found) {
        Set<String> seen = texts(found.verdicts().manifests().keySet());
        if (!seen.equals(repository.manifests.keySet())) {
            Set<String> more = new TreeSet<>(seen);
            more.removeAll(repository.manifests.keySet());
            Set<String> less = new TreeSet<>(repository.manifests.keySet());
            less.removeAll(seen);
            all.add(repository.name + ": saw besides " + more + " and did not see " + less);
        }
        found.verdicts().manifests().forEach((digest, decision) -> {
            boolean goes = decision.verdict() == Verdict.DELETE;
            if (goes != expected.going.contains(digest.toString())) {
                all.add(repository.name + "@" + digest + ": expected to " + (goes ? "stay" : "go") + ", not "
                        + decision);
            }
        });
    }

    private static Set<String> texts(Iterable<Digest> digests) {
        Set<String> texts = new TreeSet<>();
        digests.forEach(digest -> texts.add(digest.toString()));
        return texts;
    }
}
