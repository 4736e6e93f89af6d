package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What has to hold of every plan, whatever the policy says. */
final class PlanSafety {
    private final NaivePlan naive;
    private final Plan plan;

    PlanSafety(NaivePlan naive, Plan plan) {
        this.naive = naive;
        this.plan = plan;
    }

    /** What goes, and is needed by what stays. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (RepositoryPlan one : plan.repositories()) {
            NaiveRepository repository = naive.repositories.get(one.name().toString());
            Set<String> staying = new TreeSet<>();
            one.verdicts().tags().forEach((tag, decision) -> {
                if (decision.verdict() == Verdict.KEEP && repository.tags.containsKey(tag.toString())) {
                    staying.add(repository.tags.get(tag.toString()));
                }
            });
            one.verdicts().manifests().forEach((digest, decision) -> {
                if (decision.verdict() != Verdict.DELETE) {
                    staying.add(digest.toString());
                }
            });
            Set<String> needed = repository.below(staying);
            for (Digest digest : one.verdicts().deletions()) {
                if (needed.contains(digest.toString())) {
                    all.add(one.name() + "@" + digest + " goes, and what stays needs it or it hangs on that");
                }
            }
        }
        return all;
    }
}
