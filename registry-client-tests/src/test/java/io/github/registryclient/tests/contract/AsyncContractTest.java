package io.github.registryclient.tests.contract;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.sample.RegistryFiller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The asynchronous client, on the embedded registry: it fulfils the same contract, because it makes the same calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncContractTest extends RegistryClientContract {
    private final EmbeddedRegistry embedded = EmbeddedRegistry.start();
    private final HttpRegistryClient client =
            HttpRegistryClient.connect(embedded.uri().toString());
    private final AsyncRegistryClient async = AsyncRegistryClient.over(client);
    private final RegistryUnderTest registry = RegistryUnderTest.of(
            new JoiningClient(async), RegistryFiller.of(embedded.uri()), "contract", ServerTraits.named("embedded"));

    @AfterAll
    void stop() {
        async.close();
        client.close();
        embedded.close();
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }
}
