package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 2.8. */
class Distribution28ContractTest extends HttpRegistryClientContract {
    Distribution28ContractTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }
}
