package io.github.registryclient.benchmarks.apply;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.HeapPeak;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.report.Pairs;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.server.ServerProcess;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.net.DelayProxy;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries out plans by which all tags of a repository go, and beside that sends the same requests in a bare loop. */
public final class ApplyBenchmark {
    private static final String[] HEADINGS = {
        "registry", "deletions", "a second", "bare loop", "of the bare loop", "requests each", "journal bytes each"
    };

    private final Table table = new Table(HEADINGS);
    private final AtomicInteger repositories = new AtomicInteger();
    private final Path folder;
    private final int pairs;

    private ApplyBenchmark(Path folder, int pairs) {
        this.folder = folder;
        this.pairs = pairs;
    }

    /**
     * Measures on the embedded registry, near and at a round trip, and on docker-registry 2.8 where there is one.
     *
     * @param args {@code --deletions}, 10000 if not given; {@code --real}, 1000; {@code --far}, 1000; {@code --round-trip} in
     *     milliseconds, 20; {@code --pairs}, 3
     * @throws IOException if a folder cannot be made
     */
    public static void main(String[] args) throws IOException {
        Flags flags = Flags.parse(args);
        System.out.println("Deletions; " + Machine.describe());
        HeapPeak heap = HeapPeak.watch();
        ApplyBenchmark benchmark =
                new ApplyBenchmark(Files.createTempDirectory("registry-client-apply"), flags.get("pairs", 3));
        try (ServerProcess server = ServerProcess.start(EmptyRegistry.class)) {
            benchmark.row("embedded", server.uri(), server.uri(), flags.get("deletions", 10_000));
            try (DelayProxy far = DelayProxy.start(server.uri(), Duration.ofMillis(flags.get("round-trip", 20)))) {
                benchmark.row(
                        "embedded at " + flags.get("round-trip", 20) + " ms",
                        server.uri(),
                        far.uri(),
                        flags.get("far", 1_000));
            }
        }
        RegistryProgram.find(RegistryProgram.DISTRIBUTION_2).ifPresent(program -> {
            try (RegistryProcess real = RegistryProcess.start(program)) {
                benchmark.row("docker-registry 2.8", real.uri(), real.uri(), flags.get("real", 1_000));
            }
        });
        System.out.println(benchmark.table);
        System.out.println(
                "In use after a collection, at most: " + heap.mebibytes() + " MiB; at the end: " + Machine.describe());
    }

    private void row(String name, URI pushed, URI asked, int count) {
        PlannedRun[] last = new PlannedRun[1];
        Pairs figures = Pairs.measure(
                pairs,
                () -> {
                    Builds builds = builds(count).push(pushed);
                    last[0] = new PlannedRun(asked, builds, folder.resolve(name(builds) + "-journal"));
                    return last[0].perSecond();
                },
                () -> {
                    Builds builds = builds(count).push(pushed);
                    return new BareRun(asked, builds, folder.resolve(name(builds) + "-notes")).perSecond();
                });
        table.row(
                name,
                Table.number(0, count),
                Table.number(0, figures.subject()),
                Table.number(0, figures.bar()),
                Table.number(2, figures.ratio()) + " (" + figures.ratios() + ")",
                Table.number(2, last[0].requestsPerDeletion()),
                Table.number(0, last[0].journalBytesPerDeletion()));
    }

    private Builds builds(int count) {
        return new Builds(RepositoryName.of("builds/app-" + repositories.incrementAndGet()), count);
    }

    private static String name(Builds builds) {
        return builds.repository().toString().replace('/', '-');
    }
}
