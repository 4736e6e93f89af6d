package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;

/** The contract on the embedded registry as distribution 3.1. */
class EmbeddedAsDistribution31ContractTest extends EmbeddedAs {
    EmbeddedAsDistribution31ContractTest() {
        super(Manners.distribution312(), ServerTraits.distribution3());
    }
}
