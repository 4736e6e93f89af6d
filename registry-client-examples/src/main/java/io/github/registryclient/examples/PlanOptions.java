package io.github.registryclient.examples;

import io.github.registryclient.cleanup.PlanProgress;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.PlannerBuilder;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.FolderCache;
import io.github.registryclient.cleanup.store.FolderLedger;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a plan is made. */
final class PlanOptions {
    private static final long CACHE_BYTES = 1L << 30;

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "What may go: see docs/policy.md.")
    @SuppressWarnings("NullAway.Init")
    private Path policy;

    @Option(names = "--out", paramLabel = "FILE", description = "Keep the plan in this file.")
    private @Nullable Path out;

    @Option(names = "--repository", paramLabel = "NAME", description = "Only this one; may be repeated.")
    private List<String> repositories = List.of();

    @Option(names = "--verify-sizes", description = "Ask the registry for the size of each blob that would go.")
    private boolean verifySizes;

    @Option(
            names = "--check",
            description = "Look for everything that may be broken: a request for each child and blob.")
    private boolean check;

    @Option(names = "--new-ledger", description = "Begin to remember anew, after the ledger in --state was lost.")
    private boolean newLedger;

    /** Read before anything is asked. */
    Policy policy() {
        return Policy.read(policy);
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /** Kept, if it is to be. */
    Plan plan(HttpRegistryClient registry, Policy read, InUseOption inUse, StateOption state, PlanProgress progress) {
        PlannerBuilder planner = Planner.of(registry, read).progress(progress);
        if (!repositories.isEmpty()) {
            planner.repositories(repositories.stream().map(RepositoryName::of).collect(Collectors.toList()));
        }
        inUse.sources().forEach(planner::inUse);
        state.folder().ifPresent(folder -> remember(planner, folder));
        if (verifySizes) {
            planner.verifySizes();
        }
        if (check) {
            planner.checkAll();
        }
        Plan plan = planner.build().plan();
        out().ifPresent(plan::write);
        return plan;
    }

    private void remember(PlannerBuilder planner, Path folder) {
        FolderLedger ledger = new FolderLedger(folder.resolve("ledger"));
        planner.ledger(newLedger ? ledger.startingAnew() : ledger);
        planner.cache(new FolderCache(folder.resolve("documents"), CACHE_BYTES));
    }

    void requireLedgerFor(StateOption state) {
        if (newLedger && state.folder().isEmpty()) {
            throw new InvalidInputException("--new-ledger is for the ledger in --state FOLDER");
        }
    }
}
