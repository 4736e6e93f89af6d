package io.github.registryclient.tests.nginx;

import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 3.1 where only those come in who show a certificate. */
class ClientCertificateContractTest extends NginxContract {
    ClientCertificateContractTest() {
        super(RegistryProgram.DISTRIBUTION_3);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue()).onlyClientsOf(authority);
    }

    @Override
    HttpRegistryClientBuilder client(HttpRegistryClientBuilder trusting) {
        return trusting.sslContext(
                authority.clientContext(authority.client("clean-up").issue()));
    }
}
