package io.github.registryclient.tests.nginx;

import java.nio.file.Path;
import java.util.List;

/** The contract where nginx answers only so many requests a second: nothing fails, it only takes longer. */
class LimitContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.embedded();
    }

    @Override
    List<String> http() {
        return List.of("limit_req_zone $server_port zone=all:1m rate=400r/s;");
    }

    @Override
    Site site(Site plain) {
        return plain.with("limit_req zone=all burst=10 nodelay;").with("limit_req_status 429;");
    }
}
