package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.List;

/** The contract on distribution 2.8 where nginx answers only so many requests a second: nothing fails, it only takes longer. */
class LimitContractTest extends NginxContract {
    LimitContractTest() {
        super(RegistryProgram.DISTRIBUTION_2);
    }

    @Override
    List<String> http() {
        return List.of("limit_req_zone $server_port zone=all:1m rate=300r/s;");
    }

    @Override
    Site site(Site plain) {
        return plain.with("limit_req zone=all burst=10 nodelay;").with("limit_req_status 429;");
    }
}
