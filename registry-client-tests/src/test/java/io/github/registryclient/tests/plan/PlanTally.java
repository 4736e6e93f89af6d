package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import java.util.EnumMap;
import java.util.Map;

/** What came out of many runs, so that a campaign in which nothing happens is seen. Thread-safe. */
final class PlanTally {
    private final Map<Verdict, Integer> tags = new EnumMap<>(Verdict.class);
    private int plans;
    private int manifests;
    private int heldBack;
    private int refused;

    synchronized void add(Plan plan) {
        plans++;
        for (RepositoryPlan one : plan.repositories()) {
            one.verdicts().tags().values().forEach(decision -> tags.merge(decision.verdict(), 1, Integer::sum));
            manifests += one.verdicts().deletions().size();
            heldBack += one.heldBack().isPresent() ? 1 : 0;
        }
    }

    synchronized void refused() {
        refused++;
    }

    synchronized int tags(Verdict verdict) {
        return tags.getOrDefault(verdict, 0);
    }

    synchronized int heldBack() {
        return heldBack;
    }

    synchronized int refusals() {
        return refused;
    }

    @Override
    public synchronized String toString() {
        return plans + " plans, tags " + tags + ", manifests to delete " + manifests + ", repositories held back "
                + heldBack + ", refused " + refused;
    }
}
