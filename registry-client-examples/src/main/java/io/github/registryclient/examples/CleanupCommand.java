package io.github.registryclient.examples;

import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.apply.ApplierBuilder;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.http.HttpRegistryClient;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a plan and, if somebody says so, carries it out at once. */
@Command(
        name = "cleanup",
        sortOptions = false,
        description = {
            "Shows what a policy would delete from a registry, as \"run plan\" does, and with --yes, or if you say",
            "yes at a terminal, deletes it, as \"run apply\" does. Else it only shows."
        },
        footer = {
            "",
            "What the policy's fuse holds back is not done: \"run plan --out\" keeps such a plan, and \"run apply",
            "--accept HASH\" does it when somebody has looked.",
            "Exit codes: 0 done or only shown, 10 partial, 11 refused, 12 failed, 2 wrong usage, 1 a fault in",
            "this program."
        })
final class CleanupCommand implements Callable<Integer>, ChangesRegistry {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The registry, such as https://registry.example.com.")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Mixin
    private final PlanOptions planning = new PlanOptions();

    @Option(names = "--yes", description = "Delete without being asked.")
    private boolean yes;

    @Mixin
    private final ApplyOptions options = new ApplyOptions();

    @Mixin
    private final InUseOption inUse = new InUseOption();

    @Mixin
    private final JournalOption journal = new JournalOption();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final ConnectOptions connection = new ConnectOptions();

    @SuppressWarnings("unused") // picocli reads it
    @Option(names = "--help", usageHelp = true, description = "Show this and do nothing.")
    private boolean help;

    @Override
    public Integer call() {
        planning.requireLedgerFor(state);
        options.check();
        Policy policy = planning.policy();
        Carrying carrying = new Carrying(spec.commandLine(), options);
        return carrying.orNoReport(() -> cleanUp(policy, carrying));
    }

    private int cleanUp(Policy policy, Carrying carrying) {
        PrintWriter to = spec.commandLine().getOut();
        WarnedPlan progress = new WarnedPlan(spec.commandLine().getErr());
        TrafficCounter counter = new TrafficCounter();
        try (HttpRegistryClient registry = connection.connect(url, counter)) {
            Plan plan = planning.plan(registry, policy, inUse, state, progress);
            to.print(plan.toTable());
            planning.out().ifPresent(file -> to.println("kept in " + file));
            to.flush();
            if (!isConfirmed()) {
                to.println("Nothing was deleted. "
                        + planning.out()
                                .map(file -> "To do it: run apply " + file)
                                .orElse("To do it add --yes, or keep the plan with --out for \"run apply\"."));
                to.flush();
                return ExitCode.OK;
            }
            Path folder = journal.folder(state);
            ApplierBuilder applier =
                    Applier.of(registry, plan, new FolderJournal(folder)).traffic(counter::traffic);
            inUse.sources().forEach(applier::inUse);
            return carrying.out(plan, applier, folder);
        }
    }

    private boolean isConfirmed() {
        return yes
                || Terminal.find()
                        .map(terminal -> terminal.confirm("Delete this from " + url + "?"))
                        .orElse(false);
    }
}
