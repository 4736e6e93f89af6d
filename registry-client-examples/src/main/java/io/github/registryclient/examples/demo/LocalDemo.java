package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.process.GarbageCollection;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.List;

/** The whole job on a real registry that is started for it and thrown away. */
public final class LocalDemo {
    private final Report report;
    private final BuildsPolicy policy;
    private final RegistryProgram program;

    /**
     * A demo.
     *
     * @param report gets the account
     * @param policy says what goes
     * @param program the registry to start, which has a garbage collector
     */
    public LocalDemo(Report report, BuildsPolicy policy, RegistryProgram program) {
        this.report = report;
        this.policy = policy;
        this.program = program;
    }

    /**
     * Runs it.
     *
     * @return whether everything went as planned
     */
    public boolean run() {
        report.line("A registry is started for this demo and thrown away afterwards: " + program.name() + " "
                + program.version());
        try (Workbench workbench = Workbench.start(program);
                RegistryClient registry =
                        HttpRegistryClient.connect(workbench.registry().uri().toString())) {
            return walk(workbench, registry);
        }
    }

    private void introduce(RegistryProcess process) {
        report.indented("program   " + program.executable());
        report.indented("address   " + process.uri());
        report.indented("storage   " + process.storage());
        report.indented("deletion  switched on (storage.delete.enabled: true)");
    }

    private boolean walk(Workbench workbench, RegistryClient registry) {
        try {
            introduce(workbench.registry());
            return walk(workbench.registry(), registry);
        } catch (RegistryException e) {
            if (workbench.isAbandoned()) {
                return false;
            }
            throw e;
        }
    }

    private boolean walk(RegistryProcess process, RegistryClient registry) {
        report.step("Some months of builds are pushed", "registry.uploadBlob(...), registry.putManifest(...)");
        new CiHistory(registry).push();
        long before = process.storedBytes();
        report.indented("On the disk: " + Counts.of(before, "byte") + ".");
        ReadingPart reading = new ReadingPart(report, registry);
        List<RepositoryState> states = reading.tags(reading.repositories());
        reading.sharedDigests(states);
        List<DeletionPlan> plans = reading.plans(states, policy);
        boolean asPlanned = new DeletingPart(report, registry).delete(plans);
        long deleted = process.storedBytes();
        boolean collected = collect(process);
        account(before, deleted, process.storedBytes());
        return asPlanned && collected;
    }

    private boolean collect(RegistryProcess process) {
        report.step("The registry collects its garbage", "");
        report.indented("Deleting a manifest frees next to nothing: its layers stay until the registry's own");
        report.indented("collector looks for those that no manifest needs. Nothing may be pushed meanwhile.");
        report.line("");
        GarbageCollection run = process.collectGarbage(false);
        report.indented("$ " + run.command());
        run.lines().stream()
                .filter(line -> line.contains("blobs marked"))
                .forEach(line -> report.indented("  " + line));
        if (run.exitCode() != 0) {
            report.indented("The collector failed (exit code " + run.exitCode() + "):");
            run.lines().forEach(line -> report.indented("  " + line));
        }
        return run.exitCode() == 0;
    }

    private void account(long before, long deleted, long collected) {
        report.step("The bytes on the disk", "");
        report.table(new Table("WHEN", "      BYTES")
                .row("before the deletions", right(before))
                .row("after the deletions", right(deleted))
                .row("after garbage collection", right(collected)));
        report.line("");
        report.line("Space came back: " + Counts.of(before - collected, "byte") + " of " + Counts.grouped(before) + " ("
                + 100 * (before - collected) / before + " %).");
    }

    private static String right(long bytes) {
        return String.format("%11s", Counts.grouped(bytes));
    }
}
