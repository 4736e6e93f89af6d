package io.github.registryclient.tests.auth;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;

/** The contract with tokens on distribution 2.8. */
class Token28ContractTest extends TokenContract {
    Token28ContractTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }

    @Override
    String configuration(RealTokenServer server, Path folder) {
        return server.configurationFor2();
    }
}
