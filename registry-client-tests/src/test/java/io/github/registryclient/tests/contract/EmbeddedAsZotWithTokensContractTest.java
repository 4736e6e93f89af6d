package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;

/** The contract on the embedded registry as zot with tokens: the challenge comes unquoted, and with a 200. */
class EmbeddedAsZotWithTokensContractTest extends EmbeddedAs {
    EmbeddedAsZotWithTokensContractTest() {
        super(Manners.zot(), ServerTraits.zot(), Entrance.tokens());
    }
}
