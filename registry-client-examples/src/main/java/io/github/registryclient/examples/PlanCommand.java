package io.github.registryclient.examples;

import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.http.HttpRegistryClient;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a plan. */
@Command(
        name = "plan",
        sortOptions = false,
        description = {
            "Shows what a policy would delete from a registry, why, and the bytes that it would free. Only reads."
        },
        footer = {"", "With --out the plan is kept, for \"run explain FILE REPOSITORY:TAG\" and \"run apply FILE\"."})
final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The registry, such as https://registry.example.com.")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Mixin
    private final InUseOption inUse = new InUseOption();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final ConnectOptions connection = new ConnectOptions();

    @SuppressWarnings("unused") // picocli reads it
    @Option(names = "--help", usageHelp = true, description = "Show this and do nothing.")
    private boolean help;

    @Override
    public Integer call() {
        options.requireLedgerFor(state);
        Policy policy = options.policy();
        PrintWriter to = spec.commandLine().getOut();
        WarnedPlan progress = new WarnedPlan(spec.commandLine().getErr());
        try (HttpRegistryClient registry = connection.connect(url)) {
            to.print(options.plan(registry, policy, inUse, state, progress).toTable());
            options.out().ifPresent(file -> to.println("kept in " + file));
            to.flush();
        }
        return ExitCode.OK;
    }
}
