package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.manner.Manners;

/** Plans for the embedded registry as zot. */
class EmbeddedAsZotPlanTest extends PlanContract {
    EmbeddedAsZotPlanTest() {
        super(() -> new EmbeddedPlace(Manners.zot()), Difference.NO_PARTIAL_INDEX);
    }
}
