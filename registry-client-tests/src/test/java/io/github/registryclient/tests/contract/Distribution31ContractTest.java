package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 3.1. */
class Distribution31ContractTest extends HttpRegistryClientContract {
    Distribution31ContractTest() {
        super(RegistryProgram.DISTRIBUTION_3);
    }
}
