package io.github.registryclient.tests.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProgram;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    private static final int ON_REAL_ONES = 20;
    private static final int FEW_ON_REAL_ONES = 4;
    private static final int MAIN_VERSION = 17;
    private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothing_that_stays_is_lost_and_every_outcome_is_true() throws Exception {
        int runs = Integer.getInteger(RUNS, Runtime.version().feature() == MAIN_VERSION ? MANY : SOME);
        CampaignTally tally = run(
                "the embedded registry",
                runs,
                THREADS,
                (seed, counted) -> new ApplyCampaignRun(new CampaignSeed(seed), counted).run());
        if (runs >= MANY) {
            assertThat(tally.kills()).isPositive();
            assertThat(tally.count(Outcome.DELETED)).isGreaterThan(runs);
            assertThat(tally.count(Outcome.SKIPPED_CHANGED)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3, RegistryProgram.CRANE})
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void so_it_is_on_a_real_registry(String name) throws Exception {
        RegistryProgram program = RealRegistries.assumePresent(name);
        int runs = Runtime.version().feature() == MAIN_VERSION ? ON_REAL_ONES : FEW_ON_REAL_ONES;
        CampaignTally tally = run(
                name,
                runs,
                2,
                (seed, counted) -> new ApplyCampaignRun(CampaignSeed.ofReal(seed), counted).run(program));
        assertThat(tally.count(Outcome.DELETED)).isPositive();
    }

    /** One seed: what was wrong. */
    private interface One {
        List<String> run(long seed, CampaignTally tally);
    }

    private static CampaignTally run(String name, int runs, int threads, One one) throws Exception {
        long from = Long.getLong(SEED, 1);
        CampaignTally tally = new CampaignTally();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long begin = System.nanoTime();
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (long seed = from; seed < from + runs; seed++) {
                long number = seed;
                futures.add(pool.submit(() -> {
                    one.run(number, tally).forEach(finding -> failures.add("seed " + number + ": " + finding));
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println("applies on " + name + " of seeds " + from + " to " + (from + runs - 1) + ", "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / runs + " ms each: " + tally);
        assertThat(failures).as("-D" + SEED + "=… -D" + RUNS + "=1 repeats one").isEmpty();
        assertThat(tally.neverDone()).isEmpty();
        return tally;
    }
}
