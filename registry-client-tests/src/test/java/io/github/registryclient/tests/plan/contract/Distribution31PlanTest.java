package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** Plans for distribution 3.1, which deletes tags. */
class Distribution31PlanTest extends PlanContract {
    Distribution31PlanTest() {
        super(() -> new RealPlace(RegistryProgram.DISTRIBUTION_3), Difference.NO_REFERRERS_API);
    }
}
