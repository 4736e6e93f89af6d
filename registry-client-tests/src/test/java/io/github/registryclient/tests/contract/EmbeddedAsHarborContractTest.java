package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.tokenserver.TokenManner;

/** The contract on the embedded registry as Harbor, with tokens of a server as Harbor has it. */
class EmbeddedAsHarborContractTest extends EmbeddedAs {
    EmbeddedAsHarborContractTest() {
        super(Manners.harbor(), ServerTraits.harbor(), Entrance.tokens(TokenManner.POST_NOT_ALLOWED));
    }
}
