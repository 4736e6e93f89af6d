package io.github.registryclient.tests.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** Many seeds, side by side, each in a registry of its own. */
final class PlanCampaign {
    /** The system property that says how many seeds run on the embedded registry. */
    static final String RUNS = "plans.runs";

    /** The system property that repeats one seed. */
    static final String SEED = "plans.seed";

    /** More than processors, for some runs wait: for a real registry, or because one wants fewer requests. */
    private static final int THREADS = 4 * Runtime.getRuntime().availableProcessors();

    private final String name;
    private final LongFunction<PlanHome> homes;
    private final Path folder;
    private final PlanTally tally = new PlanTally();

    PlanCampaign(String name, LongFunction<PlanHome> homes, Path folder) {
        this.name = name;
        this.homes = homes;
        this.folder = folder;
    }

    PlanTally tally() {
        return tally;
    }

    /** A number of runs with it makes it the first of so many. */
    static boolean isOneOnly() {
        return System.getProperty(SEED) != null && System.getProperty(RUNS) == null;
    }

    /** What was wrong, seed by seed. */
    List<String> run(int count) throws Exception {
        long from = Long.getLong(SEED, 1);
        int runs = isOneOnly() ? 1 : count;
        long begin = System.nanoTime();
        List<String> failures = run(from, runs);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        System.out.println("plans for " + name + " of seeds " + from + " to " + (from + runs - 1) + ", " + took / runs
                + " ms each: " + tally);
        return failures;
    }

    private List<String> run(long from, int runs) throws Exception {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (long seed = from; seed < from + runs; seed++) {
                PlanRun run = new PlanRun(seed, folder.resolve(seed + ".json"), tally);
                long number = seed;
                futures.add(pool.submit(() -> {
                    try (PlanHome home = homes.apply(number)) {
                        run.run(home).ifPresent(failures::add);
                    } catch (RuntimeException | AssertionError e) {
                        failures.add("seed " + number + " could not be run: " + e + " at "
                                + List.of(e.getStackTrace()).subList(0, 6));
                    }
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return List.copyOf(failures);
    }
}
