package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** Plans for distribution 2.8. */
class Distribution28PlanTest extends PlanContract {
    Distribution28PlanTest() {
        super(
                () -> new RealPlace(RegistryProgram.DISTRIBUTION_2),
                Difference.NO_REFERRERS_API,
                Difference.NO_TAG_DELETION);
    }
}
