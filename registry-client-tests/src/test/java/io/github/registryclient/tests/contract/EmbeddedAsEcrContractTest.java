package io.github.registryclient.tests.contract;

import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.manner.Manners;

/** The contract on the embedded registry as Amazon ECR, with a password for the user of that name. */
class EmbeddedAsEcrContractTest extends EmbeddedAs {
    EmbeddedAsEcrContractTest() {
        super(Manners.ecr(), ServerTraits.ecr(), Entrance.password("AWS"));
    }
}
