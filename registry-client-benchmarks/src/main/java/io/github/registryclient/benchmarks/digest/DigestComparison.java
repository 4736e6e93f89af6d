package io.github.registryclient.benchmarks.digest;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Machine;
import io.github.registryclient.benchmarks.report.Pairs;
import io.github.registryclient.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
                "threads",
                "bar",
                "client/s",
                "bar/s",
                "ratio (goal 0.90)",
                "ratios",
                "CPU µs a call, client / bar",
                "bytes more a call (goal 6,144)");
        for (int threads : new int[] {1, 16}) {
            compare(table, pairs, threads, "bare");
            compare(table, pairs, threads, "prepared");
        }
        System.out.println(table);
        System.out.println(Machine.describe());
    }

    private static void compare(Table table, int count, int threads, String bar) {
        List<Forks.Figures> subjects = new ArrayList<>();
        List<Forks.Figures> bars = new ArrayList<>();
        Pairs pairs = Pairs.measure(count, () -> run("client", threads, subjects), () -> run(bar, threads, bars));
        table.row(
                String.valueOf(threads),
                bar,
                Table.number(0, pairs.subject()),
                Table.number(0, pairs.bar()),
                Table.number(3, pairs.ratio()),
                pairs.ratios(),
                Table.number(0, median(subjects, one -> one.cpuMicrosPerCall)) + " / "
                        + Table.number(0, median(bars, one -> one.cpuMicrosPerCall)),
                Table.number(0, median(subjects, one -> one.bytesPerCall) - median(bars, one -> one.bytesPerCall)));
    }

    private static double run(String method, int threads, List<Forks.Figures> figures) {
        Forks.Figures measured = Forks.run(method, threads);
        figures.add(measured);
        return measured.perSecond;
    }

    private static double median(List<Forks.Figures> forks, ToDoubleFunction<Forks.Figures> figure) {
        return Pairs.median(forks.stream().mapToDouble(figure).toArray());
    }
}
