package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.manner.Manners;

/** Plans for the embedded registry as Harbor. */
class EmbeddedAsHarborPlanTest extends PlanContract {
    EmbeddedAsHarborPlanTest() {
        super(() -> new EmbeddedPlace(Manners.harbor()), Difference.NO_TAG_DELETION, Difference.NO_PARTIAL_INDEX);
    }
}
