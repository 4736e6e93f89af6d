package io.github.registryclient.tests.apply;

import io.github.registryclient.cleanup.journal.Journal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RegistrySnapshot;
import java.time.Clock;
import java.util.List;

/** Takes everything back, and compares with what was before. */
final class Aftercare {
    private final EmbeddedRegistry registry;
    private final Journal journal;
    private final Clock clock;

    Aftercare(EmbeddedRegistry registry, Journal journal, Clock clock) {
        this.registry = registry;
        this.journal = journal;
        this.clock = clock;
    }

    List<String> undo(RegistrySnapshot before, Intruder intruder, Plan plan) {
        return List.of();
    }
}
