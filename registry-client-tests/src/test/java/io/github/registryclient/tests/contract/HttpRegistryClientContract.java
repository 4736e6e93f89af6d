package io.github.registryclient.tests.contract;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Our client, on one real registry that is started for the class; skipped where the program is missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpRegistryClientContract extends RegistryClientContract {
    private final String program;
    private RegistryProcess process;
    private HttpRegistryClient client;
    private RegistryUnderTest registry;

    HttpRegistryClientContract(String program) {
        this.program = program;
    }

    @BeforeAll
    void start() {
        RegistryProgram found = RealRegistries.assumePresent(program);
        process = RegistryProcess.start(found);
        client = HttpRegistryClient.connect(process.uri().toString());
        registry = RegistryUnderTest.of(client, RegistryFiller.of(process.uri()), "contract", ServerTraits.of(found));
    }

    @AfterAll
    void stop() {
        if (client != null) {
            client.close();
        }
        if (process != null) {
            process.close();
        }
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }
}
