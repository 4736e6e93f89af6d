package io.github.registryclient.tests.contract;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.sample.RegistryFiller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Our client, on the embedded registry, which departs in nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedContractTest extends RegistryClientContract {
    private final EmbeddedRegistry embedded = EmbeddedRegistry.start();
    private final HttpRegistryClient client =
            HttpRegistryClient.connect(embedded.uri().toString());
    private final RegistryUnderTest registry =
            RegistryUnderTest.of(client, RegistryFiller.of(embedded.uri()), "contract", ServerTraits.named("embedded"));

    @AfterAll
    void stop() {
        client.close();
        embedded.close();
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }
}
