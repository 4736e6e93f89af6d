package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryProgram;

/** The contract on distribution 2.8 where a connection lives for three requests. */
class ShortKeepAliveContractTest extends NginxContract {
    ShortKeepAliveContractTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }

    @Override
    Site site(Site plain) {
        return plain.with("keepalive_requests 3;");
    }
}
