package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.manner.Manners;

/** Plans for the embedded registry, which departs in nothing. */
class EmbeddedPlanTest extends PlanContract {
    EmbeddedPlanTest() {
        super(() -> new EmbeddedPlace(Manners.of("embedded")));
    }
}
