package io.github.registryclient.benchmarks.embedded;

import io.github.registryclient.benchmarks.report.Pairs;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.report.Timed;
import io.github.registryclient.benchmarks.server.ApacheBench;
import io.github.registryclient.benchmarks.server.BareClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How many HEADs of one manifest by its tag a registry answers. */
final class HeadRate {
    private final BareClient client = new BareClient();
    private final String name;
    private final String manifest;
    private final int calls;

    HeadRate(String name, String manifest, int calls) {
        this.name = name;
        this.manifest = manifest;
        this.calls = calls;
    }

    /** Measures in rounds and adds a row of medians. */
    void measure(Table table, int connections, int rounds) {
        List<Double> bare = new ArrayList<>();
        List<Double> bench = new ArrayList<>();
        bare(connections);
        for (int round = 0; round < rounds; round++) {
            bare.add(bare(connections));
            OptionalDouble rate = ApacheBench.head(manifest, connections, calls);
            rate.ifPresent(bench::add);
        }
        table.row(name, String.valueOf(connections), median(bare), bench.isEmpty() ? "not installed" : median(bench));
    }

    private double bare(int connections) {
        int each = calls / connections;
        return Timed.perSecond(connections, each * connections, () -> {
            for (int i = 0; i < each; i++) {
                HttpResponse<Void> answer = client.send(BareClient.request(manifest));
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(manifest + ": " + answer.statusCode());
                }
            }
        });
    }

    private static String median(List<Double> rates) {
        double[] figures = rates.stream().mapToDouble(Double::doubleValue).toArray();
        return Table.number(0, Pairs.median(figures));
    }
}
