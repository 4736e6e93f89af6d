package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random registries and random policies. Every verdict is that of a second evaluator, and whatever the policy says, nothing goes that
 * something needs which stays, more to keep or less to read never deletes more, and only GET and HEAD are sent.
 *
 * <p>{@value PlanCampaign#RUNS} says how many on the embedded registry, {@value #REAL_RUNS} how many on each real one, and
 * {@value PlanCampaign#SEED} repeats one; all are system properties.
 */
class PlanCampaignTest {
    private static final String REAL_RUNS = "plans.real.runs";
    private static final int MANY = 70;
    private static final int SOME = 25;
    private static final int ON_REAL_ONES = 20;
    private static final int FEW_ON_REAL_ONES = 4;
    private static final int MAIN_VERSION = 17;
    private static final int ENOUGH = 50;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void a_plan_says_what_a_second_evaluator_says_and_is_safe() throws Exception {
        int runs = Integer.getInteger(PlanCampaign.RUNS, isMainVersion() ? MANY : SOME);
        PlanCampaign campaign = new PlanCampaign("the embedded registry", EmbeddedHome::new, folder);

        assertThat(campaign.run(runs))
                .as("-D" + PlanCampaign.SEED + "=… repeats one")
                .isEmpty();
        PlanTally tally = campaign.tally();
        if (runs >= ENOUGH && !PlanCampaign.isOneOnly()) {
            assertThat(tally.tags(Verdict.KEEP)).isGreaterThan(runs);
            assertThat(tally.tags(Verdict.DELETE)).isGreaterThan(runs);
            assertThat(tally.tags(Verdict.UNTAG)).isPositive();
            assertThat(tally.heldBack()).isPositive();
            assertThat(tally.refusals()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3, RegistryProgram.CRANE})
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void so_it_does_for_a_real_registry(String name) throws Exception {
        RegistryProgram program = RealRegistries.assumePresent(name);
        int runs = Integer.getInteger(REAL_RUNS, isMainVersion() ? ON_REAL_ONES : FEW_ON_REAL_ONES);
        PlanCampaign campaign = new PlanCampaign(name, seed -> new RealHome(program), folder);

        assertThat(campaign.run(runs))
                .as("-D" + PlanCampaign.SEED + "=… repeats one")
                .isEmpty();
        PlanTally tally = campaign.tally();
        if (runs >= ON_REAL_ONES && !PlanCampaign.isOneOnly()) {
            assertThat(tally.tags(Verdict.KEEP)).isGreaterThan(runs);
            assertThat(tally.tags(Verdict.DELETE)).isGreaterThan(runs);
        }
    }

    private static boolean isMainVersion() {
        return Runtime.version().feature() == MAIN_VERSION;
    }
}
