package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;

/** The contract on the embedded registry as zot. */
class EmbeddedAsZotContractTest extends EmbeddedAs {
    EmbeddedAsZotContractTest() {
        super(Manners.zot(), ServerTraits.zot());
    }
}
