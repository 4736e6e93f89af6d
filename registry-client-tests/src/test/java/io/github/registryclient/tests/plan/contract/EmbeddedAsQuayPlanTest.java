package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.manner.Manners;

/** Plans for the embedded registry as Quay. */
class EmbeddedAsQuayPlanTest extends PlanContract {
    EmbeddedAsQuayPlanTest() {
        super(
                () -> new EmbeddedPlace(Manners.quay()),
                Difference.NO_PARTIAL_INDEX,
                Difference.CATALOG_FOR_ACCOUNTS_ONLY);
    }
}
