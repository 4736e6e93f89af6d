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

        private Figures(double perSecond, double bytesPerCall) {
            this.perSecond = perSecond;
            this.bytesPerCall = bytesPerCall;
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
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(method + " failed", e);
        }
        RunResult result = results.iterator().next();
        double bytes = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
        return new Figures(result.getPrimaryResult().getScore(), bytes);
    }
}
