package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks at one repository again and again. What was read once is not read again, only asked for by tags. For one thread. */
final class Looking {
    private final Run run;
    private final Set<Digest> gone = new LinkedHashSet<>();
    private RepositoryFacts known;

    Looking(Run run, RepositoryFacts planned) {
        this.run = run;
        this.known = planned;
    }

    /** All tags are listed and resolved; digests that were not read before are, with what they list and what hangs on them. */
    Look look() throws InterruptedException {
        run.tally().reading(known.name());
        Instant begun = run.now();
        RepositoryFacts seen = run.reader().readAgain(withoutGone());
        Look look = new Look(seen, begun, run.since(begun));
        if (seen.troubles().isEmpty()) {
            known = seen;
        }
        return look;
    }

    /** What is proven gone lists and holds nothing any more. */
    void forget(Digest digest) {
        gone.add(digest);
    }

    private RepositoryFacts withoutGone() {
        RepositoryFacts.Builder facts =
                RepositoryFacts.builder().name(known.name()).tags(known.tags());
        known.manifests().forEach((digest, manifest) -> {
            if (!gone.contains(digest)) {
                facts.putManifests(digest, manifest);
            }
        });
        known.referrers().forEach((subject, all) -> {
            Set<Digest> left = new LinkedHashSet<>(all);
            left.removeAll(gone);
            if (!gone.contains(subject) && !left.isEmpty()) {
                facts.putReferrers(subject, left);
            }
        });
        return facts.build();
    }
}
