package io.github.registryclient.benchmarks.digest;

import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one method of {@link DigestBenchmark} in a fresh JVM. */
final class Forks {
    /** What a fork measured. */
    static final class Figures {
        final double perSecond;
        final double bytesPerCall;
        final double cpuMicrosPerCall;

        private Figures(double perSecond, double bytesPerCall, double cpuMicrosPerCall) {
            this.perSecond = perSecond;
            this.bytesPerCall = bytesPerCall;
            this.cpuMicrosPerCall = cpuMicrosPerCall;
        }
    }

    private Forks() {}

    static Figures run(String method, int threads) {
        Collection<RunResult> results;
        try {
            results = new Runner(new OptionsBuilder()
                            .include(DigestBenchmark.class.getName() + "\\." + method + "$")
                            .threads(threads)
                            .addProfiler(GCProfiler.class)
                            .addProfiler(CpuProfiler.class)
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(method + " failed", e);
        }
        RunResult result = results.iterator().next();
        return new Figures(
                result.getPrimaryResult().getScore(),
                secondary(result, "gc.alloc.rate.norm"),
                secondary(result, CpuProfiler.LABEL));
    }

    private static double secondary(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label), label)
                .getScore();
    }
}
