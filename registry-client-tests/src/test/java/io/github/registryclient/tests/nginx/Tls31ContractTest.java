package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 3.1 behind TLS with a certificate of an authority that only the client's settings know. */
class Tls31ContractTest extends NginxContract {
    Tls31ContractTest() {
        super(RegistryProgram.DISTRIBUTION_3);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue());
    }
}
