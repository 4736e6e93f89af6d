package io.github.registryclient.tests.nginx;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The contract where a connection lives for three requests; nginx announces its end ({@code Connection: close}). */
class ShortLivesContractTest extends NginxContract {
    private static final int REQUESTS = 40;
    private static final int A_CONNECTION = 3;

    @Override
    Upstream upstream(Path folder) {
        return Upstream.embedded();
    }

    @Override
    Site site(Site plain) {
        return plain.with("keepalive_requests " + A_CONNECTION + ";");
    }

    @Test
    void no_connection_serves_more_and_so_there_are_many() {
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(client().listRepositories().withPageSize(1).stream().limit(1))
                    .hasSizeLessThanOrEqualTo(1);
        }
        Awaitility.await().untilAsserted(() -> {
            Map<String, Long> requests = served().stream().collect(groupingBy(Served::connection, counting()));
            assertThat(requests.values()).allMatch(count -> count <= A_CONNECTION);
            assertThat(requests).hasSizeGreaterThan(REQUESTS / A_CONNECTION);
        });
    }
}
