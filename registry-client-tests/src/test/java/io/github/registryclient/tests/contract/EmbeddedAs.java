package io.github.registryclient.tests.contract;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.RegistryFiller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Our client, on the embedded registry with a server's manners, and with what the contract expects of the real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbeddedAs extends RegistryClientContract {
    private final EmbeddedRegistry embedded;
    private final HttpRegistryClient client;
    private final RegistryUnderTest registry;

    EmbeddedAs(Manners manners, ServerTraits traits) {
        embedded = EmbeddedRegistry.builder().manners(manners).start();
        client = HttpRegistryClient.connect(embedded.uri().toString());
        registry = RegistryUnderTest.of(client, RegistryFiller.of(embedded.uri()), "contract", traits);
    }

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
