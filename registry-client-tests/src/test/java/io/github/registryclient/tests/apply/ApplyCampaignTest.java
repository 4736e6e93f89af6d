package io.github.registryclient.tests.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.report.Outcome;
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

/**
 * Random registries, random plans, and their application through faults, kills and pushes of others. Nothing that stays is lost, every
 * outcome is what the storage says, and everything can be taken back.
 *
 * <p>{@value #RUNS} says how many, {@value #SEED} which is the first; both are system properties.
 */
class ApplyCampaignTest {
    private static final String RUNS = "applies.runs";
    private static final String SEED = "applies.seed";
    private static final int MANY = 100;
    private static final int SOME = 25;
    private static final int MAIN_VERSION = 17;
    private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothing_that_stays_is_lost_and_every_outcome_is_true() throws Exception {
        long from = Long.getLong(SEED, 1);
        int runs = Integer.getInteger(RUNS, Runtime.version().feature() == MAIN_VERSION ? MANY : SOME);
        CampaignTally tally = new CampaignTally();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        long begin = System.nanoTime();
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (long seed = from; seed < from + runs; seed++) {
                CampaignSeed one = new CampaignSeed(seed);
                futures.add(pool.submit(() -> {
                    List<String> findings = new ApplyCampaignRun(one, tally).run();
                    findings.forEach(finding -> failures.add("seed " + one.seed() + ": " + finding));
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println("applies of seeds " + from + " to " + (from + runs - 1) + ", "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / runs + " ms each: " + tally);
        assertThat(failures).as("-D" + SEED + "=… -D" + RUNS + "=1 repeats one").isEmpty();
        assertThat(tally.neverDone()).isEmpty();
        if (runs >= MANY) {
            assertThat(tally.kills()).isPositive();
            assertThat(tally.count(Outcome.DELETED)).isGreaterThan(runs);
            assertThat(tally.count(Outcome.SKIPPED_CHANGED)).isPositive();
        }
    }
}
