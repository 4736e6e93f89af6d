package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** Plans for go-containerregistry's registry, whose tags are whole manifests. */
class CranePlanTest extends PlanContract {
    CranePlanTest() {
        super(() -> new RealPlace(RegistryProgram.CRANE), Difference.NO_REFERRERS_API, Difference.MANIFESTS_IN_MEMORY);
    }
}
