package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;

/** The contract on the embedded registry as go-containerregistry's registry. */
class EmbeddedAsGoContainerRegistryContractTest extends EmbeddedAs {
    EmbeddedAsGoContainerRegistryContractTest() {
        super(Manners.goContainerRegistry(), ServerTraits.crane());
    }
}
