package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.judge.Verdict;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random registries and random policies. Every verdict is that of a second evaluator, and whatever the policy says, nothing goes that
 * something needs which stays, more to keep or less to read never deletes more, and only GET and HEAD are sent.
 *
 * <p>{@value #RUNS} says how many, {@value #SEED} repeats one, or begins there if both are given; both are system properties.
 */
class PlanCampaignTest {
    private static final String RUNS = "plans.runs";
    private static final String SEED = "plans.seed";
    private static final int MANY = 70;
    private static final int SOME = 25;
    private static final int MAIN_VERSION = 17;
    private static final int ENOUGH = 50;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void a_plan_says_what_a_second_evaluator_says_and_is_safe() throws Exception {
        long from = Long.getLong(SEED, 1);
        int some = Runtime.version().feature() == MAIN_VERSION ? MANY : SOME;
        int runs = Integer.getInteger(RUNS, System.getProperty(SEED) == null ? some : 1);
        PlanTally tally = new PlanTally();
        long begin = System.nanoTime();

        List<String> failures = run(from, runs, tally);

        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        System.out.println(
                "plans of seeds " + from + " to " + (from + runs - 1) + ", " + took / runs + " ms each: " + tally);
        assertThat(failures).as("-D" + SEED + "=… repeats one").isEmpty();
        if (runs >= ENOUGH) {
            assertThat(tally.tags(Verdict.KEEP)).isGreaterThan(runs);
            assertThat(tally.tags(Verdict.DELETE)).isGreaterThan(runs);
            assertThat(tally.tags(Verdict.UNTAG)).isPositive();
            assertThat(tally.heldBack()).isPositive();
            assertThat(tally.refusals()).isPositive();
        }
    }

    private List<String> run(long from, int runs, PlanTally tally) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (long seed = from; seed < from + runs; seed++) {
                PlanRun run = new PlanRun(seed, folder.resolve(seed + ".json"), tally);
                String name = "seed " + seed;
                futures.add(pool.submit(() -> {
                    try {
                        run.run(http).ifPresent(failures::add);
                    } catch (RuntimeException | AssertionError e) {
                        failures.add(name + " could not be run: " + e + " at "
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
