package io.github.registryclient.examples;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.PlannerBuilder;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.FolderCache;
import io.github.registryclient.cleanup.store.FolderLedger;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a plan. */
@Command(
        name = "plan",
        sortOptions = false,
        description = {
            "Shows what a policy would delete from a registry, why, and the bytes that it would free. Only reads."
        },
        footer = {"", "With --out the plan is kept, for \"run explain FILE REPOSITORY:TAG\"."})
final class PlanCommand implements Callable<Integer> {
    private static final long CACHE_BYTES = 1L << 30;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The registry, such as https://registry.example.com.")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "What may go: see docs/policy.md.")
    @SuppressWarnings("NullAway.Init")
    private Path policy;

    @Option(names = "--out", paramLabel = "FILE", description = "Keep the plan in this file.")
    private @Nullable Path out;

    @Option(names = "--repository", paramLabel = "NAME", description = "Only this one; may be repeated.")
    private List<String> repositories = List.of();

    @Option(
            names = "--in-use",
            paramLabel = "FILE",
            description = "References of what runs, one a line; may be repeated.")
    private List<Path> inUse = List.of();

    @Option(names = "--verify-sizes", description = "Ask the registry for the size of each blob that would go.")
    private boolean verifySizes;

    @Option(
            names = "--check",
            description = "Look for everything that may be broken: a request for each child and blob.")
    private boolean check;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = {
                "Remember here when what was first seen, for ages and the grace period,",
                "and keep documents, so that the next plan asks less of the registry."
            })
    private @Nullable Path state;

    @Option(names = "--new-ledger", description = "Begin to remember anew, after the ledger in --state was lost.")
    private boolean newLedger;

    @Mixin
    private final ConnectOptions connection = new ConnectOptions();

    @SuppressWarnings("unused") // picocli reads it
    @Option(names = "--help", usageHelp = true, description = "Show this and do nothing.")
    private boolean help;

    @Override
    public Integer call() {
        if (newLedger && state == null) {
            throw new ParameterException(spec.commandLine(), "--new-ledger is for the ledger in --state FOLDER");
        }
        Policy read = Policy.read(policy);
        PrintWriter to = spec.commandLine().getOut();
        try (HttpRegistryClient registry = connection.connect(url)) {
            Plan plan = planner(registry, read).build().plan();
            if (out != null) {
                plan.write(out);
            }
            to.print(plan.toTable());
            if (out != null) {
                to.println("kept in " + out);
            }
            to.flush();
        }
        return ExitCode.OK;
    }

    private PlannerBuilder planner(HttpRegistryClient registry, Policy read) {
        PlannerBuilder planner = Planner.of(registry, read)
                .progress(new WarnedPlan(spec.commandLine().getErr()));
        if (!repositories.isEmpty()) {
            planner.repositories(repositories.stream().map(RepositoryName::of).collect(Collectors.toList()));
        }
        inUse.forEach(file -> planner.inUse(InUse.file(file)));
        if (state != null) {
            FolderLedger ledger = new FolderLedger(state.resolve("ledger"));
            planner.ledger(newLedger ? ledger.startingAnew() : ledger);
            planner.cache(new FolderCache(state.resolve("documents"), CACHE_BYTES));
        }
        if (verifySizes) {
            planner.verifySizes();
        }
        if (check) {
            planner.checkAll();
        }
        return planner;
    }
}
