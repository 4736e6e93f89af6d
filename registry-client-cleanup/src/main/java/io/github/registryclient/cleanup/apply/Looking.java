package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.graph.RepositoryFacts;
import java.time.Instant;

/** Looks at one repository again and again. What was read once is not read again, only asked for by tags. For one thread. */
final class Looking {
    private final Run run;
    private RepositoryFacts known;

    Looking(Run run, RepositoryFacts planned) {
        this.run = run;
        this.known = planned;
    }

    /** All tags are listed and resolved; digests that were not read before are, with what they list and what hangs on them. */
    Look look() throws InterruptedException {
        run.tally().reading(known.name());
        Instant begun = run.now();
        RepositoryFacts seen = run.reader().readAgain(known);
        if (seen.troubles().isEmpty()) {
            known = seen;
        }
        return new Look(seen, begun, run.since(begun));
    }
}
