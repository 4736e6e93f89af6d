package io.github.registryclient.tests.contract;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Our client, on the embedded registry with a server's manners, and with what the contract expects of the real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbeddedAs extends RegistryClientContract {
    private final Entrance entrance;
    private final EmbeddedRegistry embedded;
    private final HttpRegistryClient client;
    private final RegistryUnderTest registry;

    EmbeddedAs(Manners manners, ServerTraits traits) {
        this(manners, traits, Entrance.open());
    }

    EmbeddedAs(Manners manners, ServerTraits traits, Entrance entrance) {
        this.entrance = entrance;
        embedded = entrance.guard(EmbeddedRegistry.builder().manners(manners)).start();
        client = HttpRegistryClient.builder(embedded.uri().toString())
                .credentials(CredentialsProvider.fixed(entrance.credentials()))
                .build();
        registry = RegistryUnderTest.of(client, entrance.filler(embedded.uri()), "contract", traits);
    }

    @AfterAll
    void stop() {
        client.close();
        embedded.close();
        entrance.close();
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }
}
