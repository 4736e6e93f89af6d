package io.github.registryclient.examples;

import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.apply.ApplierBuilder;
import io.github.registryclient.cleanup.journal.FolderJournal;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out a plan that was kept. */
@Command(
        name = "apply",
        sortOptions = false,
        description = {
            "Deletes what a plan says, and nothing else, from the registry that the plan is for. What is not",
            "as the plan knew it any more stays. All is written down before, for \"run undo\"."
        },
        footer = {"", "Exit codes: 0 done, 10 partial, 11 refused, 12 failed, 2 wrong usage, 1 a fault in this program."
        })
final class ApplyCommand implements Callable<Integer>, ChangesRegistry {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PLAN", description = "The plan that \"run plan --out PLAN\" has kept.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--accept",
            paramLabel = "HASH",
            description = "Do also what the fuse holds back, in the plan of this hash.")
    private @Nullable String accepted;

    @Option(names = "--oldest-plan", paramLabel = "TIME", description = "Refuse an older plan; 24h if left out.")
    private @Nullable String oldestPlan;

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
        options.check();
        Carrying carrying = new Carrying(spec.commandLine(), options);
        return carrying.orNoReport(() -> carryOut(carrying));
    }

    private int carryOut(Carrying carrying) {
        Plan plan = read();
        Path folder = journal.folder(state);
        TrafficCounter counter = new TrafficCounter();
        try (HttpRegistryClient registry = connection.connect(plan.header().registry(), counter)) {
            ApplierBuilder applier =
                    Applier.of(registry, plan, new FolderJournal(folder)).traffic(counter::traffic);
            if (oldestPlan != null) {
                applier.oldestPlan(Times.length("--oldest-plan", oldestPlan));
            }
            inUse.sources().forEach(applier::inUse);
            return carrying.out(plan, applier, folder);
        }
    }

    /** A file that is not there is wrong usage; one that is, and is no plan or was changed, is refused. */
    private Plan read() {
        if (!Files.exists(file)) {
            throw InvalidInputException.of("plan", file.toString(), "there is no such file");
        }
        Digest hash = accepted == null ? null : Digest.of(accepted);
        try {
            Plan plan = Plan.read(file);
            return hash == null ? plan : plan.accept(hash);
        } catch (InvalidInputException e) {
            throw new RefusedException(e.getMessage() + ". Nothing was deleted", e);
        }
    }
}
