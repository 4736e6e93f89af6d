package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;

/** The contract on distribution 2.8 behind TLS, with a certificate of an authority that only a PEM file of the client knows. */
class TlsContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.real(RegistryProgram.DISTRIBUTION_2, RegistryOptions.defaults(), folder);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue());
    }
}
