package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;

/**
 * The contract on distribution 2.8 below a path that nginx takes away: what the registry says of its own addresses leads
 * beside it.
 */
class PathPrefix28ContractTest extends NginxContract {
    PathPrefix28ContractTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }

    @Override
    RegistryOptions options() {
        return RegistryOptions.defaults().withEnvironment("REGISTRY_HTTP_RELATIVEURLS", "true");
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue()).below("/registry/");
    }
}
