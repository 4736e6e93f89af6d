package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on zot. */
class ZotContractTest extends HttpRegistryClientContract {
    ZotContractTest() {
        super(RegistryProgram.ZOT);
    }
}
