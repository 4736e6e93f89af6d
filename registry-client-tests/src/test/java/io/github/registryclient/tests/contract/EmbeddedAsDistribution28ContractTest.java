package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;

/** The contract on the embedded registry as distribution 2.8. */
class EmbeddedAsDistribution28ContractTest extends EmbeddedAs {
    EmbeddedAsDistribution28ContractTest() {
        super(Manners.distribution28(), ServerTraits.distribution2());
    }
}
