package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the bytes of a plan are others than those that are counted one by one. */
final class SpaceDifference {
    private final NaivePlan naive;
    private final Plan plan;
    private final List<String> all = new ArrayList<>();

    SpaceDifference(NaivePlan naive, Plan plan) {
        this.naive = naive;
        this.plan = plan;
    }

    List<String> all() {
        Map<String, Set<String>> going = new HashMap<>();
        for (RepositoryPlan one : plan.repositories()) {
            Set<String> digests = new HashSet<>();
            one.deletions().forEach(digest -> digests.add(digest.toString()));
            going.put(one.name().toString(), digests);
        }
        NaiveSpace space = new NaiveSpace(naive, going);
        compare("freed", space.freed(), plan.space().freed());
        compare("reachable", space.reachable(), plan.space().reachable());
        compare("logical", space.logical(), plan.space().logical());
        for (RepositoryPlan one : plan.repositories()) {
            Map<Digest, Long> alone = plan.freedAlone(one.name());
            for (String digest : space.tops(one.name().toString())) {
                long found = alone.getOrDefault(Digest.of(digest), -1L);
                compare(
                        one.name() + "@" + digest + " would free alone",
                        space.alone(one.name().toString(), digest),
                        found);
            }
        }
        return all;
    }

    private void compare(String what, long[] expected, long found) {
        if (found < expected[0] || found > expected[1]) {
            all.add(what + ": expected " + expected[0] + " to " + expected[1] + " bytes, not " + found);
        }
    }
}
