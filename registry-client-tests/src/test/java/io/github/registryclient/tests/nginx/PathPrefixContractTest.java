package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;

/**
 * The contract on distribution 2.8 below a path that nginx takes away: what the registry says of its own addresses leads
 * beside it.
 */
class PathPrefixContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.real(
                RegistryProgram.DISTRIBUTION_2,
                RegistryOptions.defaults().withEnvironment("REGISTRY_HTTP_RELATIVEURLS", "true"),
                folder);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue()).below("/registry/");
    }
}
