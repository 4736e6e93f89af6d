package io.github.registryclient.tests.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of runs through faults. After each the client has said what is right or thrown what is typed, nothing is gone that
 * nobody asked for, nothing was done twice, nothing hangs, nothing is left, and no secret shows.
 *
 * <p>{@value #RUNS} says how many, {@value #SEED} repeats one; both are system properties. Alone, because it looks at the threads
 * of the JVM and uses all processors itself.
 */
@Isolated
class FaultCampaignTest {
    private static final String RUNS = "campaign.runs";
    private static final String SEED = "campaign.seed";
    private static final int MANY = 400; // CI asks for 2,000
    private static final int SOME = 100; // and for 200
    private static final int REAL = 20;
    private static final int BATCH = 100;
    private static final int MAIN_VERSION = 17;
    private static final int THREADS = 3 * Runtime.getRuntime().availableProcessors();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void on_the_embedded_registry_it_is_right_or_says_why_not() {
        boolean one = System.getProperty(SEED) != null;
        long from = Long.getLong(SEED, 1);
        long to = one
                ? from + 1
                : from + Integer.getInteger(RUNS, Runtime.version().feature() == MAIN_VERSION ? MANY : SOME);
        Tally tally = new Tally();
        List<String> failures = new ArrayList<>();
        long begin = System.nanoTime();
        try (LogWatch log = new LogWatch()) {
            for (long batch = from; batch < to; batch += BATCH) {
                failures.addAll(new Batch(Mixture::of, EmbeddedTarget::new, THREADS, tally)
                        .run(batch, Math.min(to, batch + BATCH)));
            }
            System.out.println("campaign on the embedded registry, seeds " + from + " to " + (to - 1) + ", "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s, " + log.lines()
                    + " lines of log: " + tally);
            assertThat(log.guilty()).as("secrets in the log").isEmpty();
        }
        assertThat(failures).as("-D" + SEED + "=… repeats one").isEmpty();
        assertThat(tally.runs()).isEqualTo((int) (to - from));
        if (!one && to - from >= SOME) {
            assertSomethingHappened(tally);
        }
    }

    private static void assertSomethingHappened(Tally tally) {
        assertThat(tally.faults()).containsExactlyInAnyOrder(FaultKind.values());
        assertThat(tally.events("a tag moves")).isPositive();
        assertThat(tally.events("tokens end")).isPositive();
        assertThat(tally.tokenFaults()).isPositive();
        assertThat(tally.count("deleteManifest: returned")).isGreaterThan(tally.runs() / 2);
        assertThat(tally.count("listTags: returned")).isGreaterThan(tally.runs());
        assertThat(tally.count("resolveTags: returned")).isGreaterThan(tally.runs() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3, RegistryProgram.CRANE})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void on_a_real_registry_it_is_right_or_says_why_not(String name) {
        RegistryProgram program = RealRegistries.assumePresent(name);
        Tally tally = new Tally();
        List<String> failures;
        try (LogWatch log = new LogWatch()) {
            failures = new Batch(
                            seed -> Mixture.ofReal(seed, program),
                            (mixture, clock) -> new RealTarget(mixture, program),
                            2,
                            tally)
                    .run(1, 1 + REAL);
            assertThat(log.guilty()).as("secrets in the log").isEmpty();
        }
        System.out.println("campaign on " + program + ": " + tally);
        assertThat(failures).isEmpty();
        assertThat(tally.runs()).isEqualTo(REAL);
        assertThat(tally.faults()).hasSizeGreaterThan(FaultKind.values().length / 2);
        assertThat(tally.count("deleteManifest: returned")).isGreaterThan(REAL);
        assertThat(tally.count("listTags: returned")).isGreaterThan(REAL);
        assertThat(tally.count("resolveTags: returned")).isGreaterThan(REAL / 2);
    }
}
