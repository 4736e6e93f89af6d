package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import java.nio.file.Path;
import java.util.List;

/** The whole job on a registry that is started for it and thrown away. */
public final class LocalDemo {
    private final Report report;
    private final BuildsPolicy policy;
    private final RegistryChoice choice;

    /**
     * A demo.
     *
     * @param report gets the account
     * @param policy says what goes
     * @param choice the registry to start
     */
    public LocalDemo(Report report, BuildsPolicy policy, RegistryChoice choice) {
        this.report = report;
        this.policy = policy;
        this.choice = choice;
    }

    /**
     * Runs it.
     *
     * @return whether everything went as planned
     */
    public boolean run() {
        report.line("A registry is started for this demo and thrown away afterwards: " + choice.name());
        try (Workbench workbench = Workbench.start(choice);
                RegistryClient client =
                        HttpRegistryClient.connect(workbench.registry().uri().toString())) {
            return walk(workbench, client);
        }
    }

    private boolean walk(Workbench workbench, RegistryClient client) {
        try {
            introduce(workbench.registry());
            return walk(workbench.registry(), client, workbench.journal());
        } catch (RuntimeException e) {
            if (workbench.isAbandoned()) {
                return false;
            }
            throw e;
        }
    }

    private void introduce(DemoRegistry registry) {
        registry.facts().forEach(report::indented);
        report.indented("address   " + registry.uri());
        report.indented("storage   " + registry.storage());
        if (!choice.hint().isEmpty()) {
            report.line("");
            choice.hint().forEach(report::line);
        }
    }

    private boolean walk(DemoRegistry registry, RegistryClient client, Path journal) {
        report.step("Some months of builds are pushed", "registry.uploadBlob(...), registry.putManifest(...)");
        new CiHistory(client).push();
        long before = Folders.bytes(registry.storage());
        report.indented("On the disk: " + Counts.of(before, "byte") + ".");
        ReadingPart reading = new ReadingPart(report, client);
        List<RepositoryState> states = reading.tags(reading.repositories());
        reading.sharedDigests(states);
        boolean asPlanned = new CleaningPart(report, client, journal).run(policy);
        long deleted = Folders.bytes(registry.storage());
        boolean collected = collect(registry);
        account(before, deleted, Folders.bytes(registry.storage()));
        return asPlanned && collected;
    }

    private boolean collect(DemoRegistry registry) {
        report.step("The registry collects its garbage", "");
        report.indented("Deleting a manifest frees next to nothing: its layers stay until the registry's own");
        report.indented("collector looks for those that no manifest needs. Nothing may be pushed meanwhile.");
        report.line("");
        return collect(registry, true) && collect(registry, false);
    }

    private boolean collect(DemoRegistry registry, boolean dryRun) {
        CollectorRun run = registry.collectGarbage(dryRun);
        report.indented(run.call());
        run.lines().forEach(line -> report.indented("  " + line));
        if (!run.hasSucceeded()) {
            report.indented("The collector failed.");
        }
        return run.hasSucceeded();
    }

    private void account(long before, long deleted, long collected) {
        report.step("The bytes on the disk", "");
        report.table(new Table("WHEN", right("BYTES"), right("FREED"))
                .row("before the deletions", right(before), "")
                .row("after the deletions", right(deleted), right(before - deleted))
                .row("after garbage collection", right(collected), right(deleted - collected)));
        report.line("");
        report.line("Space came back: " + Counts.of(before - collected, "byte") + " of " + Counts.grouped(before) + " ("
                + 100 * (before - collected) / before + " %).");
    }

    private static String right(long bytes) {
        return right(Counts.grouped(bytes));
    }

    private static String right(String cell) {
        return String.format("%11s", cell);
    }
}
