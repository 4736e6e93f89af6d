package io.github.registryclient.benchmarks.bulk;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.testkit.net.DelayProxy;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;

/** Resolves all tags of a large repository of a real registry, beside the registry and behind a delay. */
public final class BulkResolveBenchmark {
    private BulkResolveBenchmark() {}

    /**
     * Fills a {@code docker-registry} found on the PATH and measures.
     *
     * @param args {@code --tags}, 10000 if not given; {@code --pairs}, 5; {@code --in-flight}, 8; {@code --round-trip} in
     *     milliseconds, 20, or 0 for none; {@code --crane}, how many tags crane resolves, 300
     */
    public static void main(String[] args) {
        Flags flags = Flags.parse(args);
        SampleRepository repository = ManyTags.repository(flags.get("tags", 10_000));
        int inFlight = flags.get("in-flight", 8);
        RegistryProgram program = RegistryProgram.find(RegistryProgram.DISTRIBUTION_2)
                .orElseThrow(() ->
                        new IllegalStateException("no docker-registry on the PATH: apt-get install docker-registry"));
        System.out.println("resolveTags of " + repository.tags().size() + " tags, " + program);
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller.of(registry.uri()).push(repository);
            System.out.println("On the same machine; " + Machine.describe());
            System.out.println(
                    new Comparison(registry.uri(), repository.name(), repository.tags(), flags, inFlight).run(0));
            int roundTrip = flags.get("round-trip", 20);
            if (roundTrip > 0) {
                far(registry, repository, flags, Duration.ofMillis(roundTrip));
            }
        }
        System.out.println("At the end: " + Machine.describe());
    }

    private static void far(RegistryProcess registry, SampleRepository repository, Flags flags, Duration roundTrip) {
        int inFlight = flags.get("in-flight", 8);
        double limit = inFlight * 1000.0 / roundTrip.toMillis();
        try (DelayProxy proxy = DelayProxy.start(registry.uri(), roundTrip)) {
            System.out.println("At " + roundTrip.toMillis() + " ms round trip, which allows " + Table.number(0, limit)
                    + "/s; " + Machine.describe());
            System.out.println(
                    new Comparison(proxy.uri(), repository.name(), repository.tags(), flags, inFlight).run(limit));
        }
    }
}
