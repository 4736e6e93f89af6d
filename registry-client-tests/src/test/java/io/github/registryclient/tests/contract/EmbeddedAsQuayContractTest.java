package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.tokenserver.TokenManner;

/** The contract on the embedded registry as Quay, with tokens of a server as Quay has it. */
class EmbeddedAsQuayContractTest extends EmbeddedAs {
    EmbeddedAsQuayContractTest() {
        super(
                Manners.quay(),
                ServerTraits.quay(),
                Entrance.tokens(
                        TokenManner.ONLY_TOKEN,
                        TokenManner.NO_EXPIRES_IN,
                        TokenManner.DELETE_SCOPE_REFUSED,
                        TokenManner.CATALOG_SCOPE_REFUSED));
    }
}
