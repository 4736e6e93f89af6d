package io.github.registryclient.cleanup.plan;

import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Counts the space of a plan, and says how far that can be believed. */
final class SpaceCount {
    private SpaceCount() {}

    static Space of(Plan plan) {
        return of(plan, RepositoryPlan::goes);
    }

    /** As if something else went than the plan says. */
    static Space of(Plan plan, BiPredicate<RepositoryPlan, Digest> goes) {
        BlobCount count = new BlobCount(plan.repositories(), plan.header().verifiedSizes(), goes);
        List<String> because = new ArrayList<>();
        if (count.isClaimed() || count.hasUnknownSize()) {
            because.add("sizes are what manifests claim");
        }
        if (count.hasForeign()) {
            because.add("layers that lie elsewhere count as absent");
        }
        if (!plan.header().complete()) {
            because.add("not all repositories were read");
        }
        if (!plan.header().ledger()) {
            because.add("manifests without tags, which no API lists, may need the same");
        }
        return ImmutableSpace.builder()
                .freed(count.freed())
                .reachable(count.reachable())
                .logical(count.logical())
                .repositoriesAlone(count.repositoriesAlone())
                .atMostBecause(because)
                .build();
    }
}
