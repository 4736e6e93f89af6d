package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;

/** The contract where nginx answers only so many requests a second: nothing fails, it only takes longer. */
class LimitContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.embedded();
    }

    @Override
    List<String> http() {
        return List.of("limit_req_zone $server_port zone=all:1m rate=30r/s;");
    }

    @Override
    Site site(Site plain) {
        return plain.with("limit_req zone=all burst=1 nodelay;").with("limit_req_status 429;");
    }

    /** Without a refusal this would be the contract of a plain nginx. */
    @AfterAll
    void some_were_refused() {
        if (isStarted()) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(served())
                            .extracting(Served::status)
                            .contains(200)
                            .filteredOn(status -> status == 429)
                            .hasSizeGreaterThan(10));
        }
    }
}
