package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 3.1 below a path that it is told of; its addresses are whole ones, by the proxy's headers. */
class PathPrefix31ContractTest extends NginxContract {
    PathPrefix31ContractTest() {
        super(RegistryProgram.DISTRIBUTION_3);
    }

    @Override
    RegistryOptions options() {
        return RegistryOptions.defaults().withEnvironment("REGISTRY_HTTP_PREFIX", "/registry/");
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue()).belowItsOwn("/registry/");
    }
}
