package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on go-containerregistry's registry. */
class CraneContractTest extends HttpRegistryClientContract {
    CraneContractTest() {
        super(RegistryProgram.CRANE);
    }
}
