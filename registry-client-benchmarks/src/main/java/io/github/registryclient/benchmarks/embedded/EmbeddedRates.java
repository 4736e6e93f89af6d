package io.github.registryclient.benchmarks.embedded;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.server.ServerProcess;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.Optional;

/** Prints what the embedded registry reaches, beside a docker-registry where one is on the PATH. No bar. */
public final class EmbeddedRates {
    private static final SampleRepository PUSHED = SampleRepository.named("team/app")
            .tag("1.0", SampleImages.seeded(1).image())
            .build();
    private static final String TAG = "/v2/team/app/manifests/1.0";
    private static final int[] CONNECTIONS = {1, 16};

    private EmbeddedRates() {}

    /**
     * Measures.
     *
     * @param args {@code --rounds}, 5 if not given; {@code --calls} of each round, 3200
     */
    public static void main(String[] args) {
        Flags flags = Flags.parse(args);
        int rounds = flags.get("rounds", 5);
        int calls = flags.get("calls", 3200);
        System.out.println("HEAD of a manifest by its tag, medians of " + rounds + " rounds of " + calls + "; "
                + Machine.describe());
        Table table = new Table("registry", "connections", "bare HttpClient/s", "ab -k/s");
        embedded(table, rounds, calls);
        real(table, rounds, calls);
        System.out.println(table);
        System.out.println(
                "Growth of synthetic tags of 1,000 images, medians of " + rounds + " rounds; " + Machine.describe());
        System.out.println(new Growth(rounds).run());
        System.out.println("At the end: " + Machine.describe());
    }

    private static void embedded(Table table, int rounds, int calls) {
        try (ServerProcess server = ServerProcess.start(EmbeddedServer.class)) {
            RegistryFiller.of(server.uri()).push(PUSHED);
            measure(table, "embedded, pushed", server.uri(), TAG, rounds, calls);
            String synthetic = "/v2/" + EmbeddedServer.SYNTHETIC + "/manifests/t0500000";
            measure(table, "embedded, one of 1,000,000 synthetic tags", server.uri(), synthetic, rounds, calls);
        }
    }

    private static void real(Table table, int rounds, int calls) {
        Optional<RegistryProgram> program = RegistryProgram.find(RegistryProgram.DISTRIBUTION_2);
        if (program.isEmpty()) {
            table.row("docker-registry is not on the PATH", "", "", "");
            return;
        }
        try (RegistryProcess registry = RegistryProcess.start(program.get())) {
            RegistryFiller.of(registry.uri()).push(PUSHED);
            String name = "docker-registry " + program.get().version();
            measure(table, name, registry.uri(), TAG, rounds, calls);
        }
    }

    private static void measure(Table table, String name, URI registry, String target, int rounds, int calls) {
        for (int connections : CONNECTIONS) {
            new HeadRate(name, registry + target, calls).measure(table, connections, rounds);
        }
    }
}
