package io.github.registryclient.tests.auth;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;

/** The contract with tokens on distribution 3.1. */
class Token31ContractTest extends TokenContract {
    Token31ContractTest() {
        super(RegistryProgram.DISTRIBUTION_3);
    }

    @Override
    String configuration(RealTokenServer server, Path folder) throws Exception {
        return server.configurationFor3(folder);
    }
}
