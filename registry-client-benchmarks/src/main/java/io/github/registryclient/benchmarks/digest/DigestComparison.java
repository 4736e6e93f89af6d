package io.github.registryclient.benchmarks.digest;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.report.Pairs;
import io.github.registryclient.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link DigestBenchmark} in alternated pairs and prints ratios. */
public final class DigestComparison {
    private DigestComparison() {}

    /**
     * Compares on 1 and on 16 threads.
     *
     * @param args {@code --pairs N}, 5 if not given
     */
    public static void main(String[] args) {
        int pairs = Flags.parse(args).get("pairs", 5);
        System.out.println(
                "getManifestDigest against a bare HttpClient.send HEAD, " + pairs + " alternated pairs of JVMs");
        System.out.println(Machine.describe());
        System.out.println(ServerHeadroom.describe());
        Table table = new Table(
                "threads", "bar", "client/s", "bar/s", "ratio (goal 0.90)", "ratios", "bytes more a call (goal 6,144)");
        for (int threads : new int[] {1, 16}) {
            compare(table, pairs, threads, "bare");
            compare(table, pairs, threads, "prepared");
        }
        System.out.println(table);
        System.out.println(Machine.describe());
    }

    private static void compare(Table table, int count, int threads, String bar) {
        List<Double> subjectBytes = new ArrayList<>();
        List<Double> barBytes = new ArrayList<>();
        Pairs pairs =
                Pairs.measure(count, () -> run("client", threads, subjectBytes), () -> run(bar, threads, barBytes));
        table.row(
                String.valueOf(threads),
                bar,
                Table.number(0, pairs.subject()),
                Table.number(0, pairs.bar()),
                Table.number(3, pairs.ratio()),
                pairs.ratios(),
                Table.number(0, mean(subjectBytes) - mean(barBytes)));
    }

    private static double run(String method, int threads, List<Double> bytes) {
        Forks.Figures figures = Forks.run(method, threads);
        bytes.add(figures.bytesPerCall);
        return figures.perSecond;
    }

    private static double mean(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
