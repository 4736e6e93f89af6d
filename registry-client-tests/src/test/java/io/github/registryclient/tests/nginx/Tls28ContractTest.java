package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 2.8 behind TLS with a certificate of an authority that only the client's settings know. */
class Tls28ContractTest extends NginxContract {
    Tls28ContractTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue());
    }
}
