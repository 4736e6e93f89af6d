package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;

/**
 * The contract over connections that go stale: each one ends, after two answers that did not say so, just when the third request
 * is on its way. nginx reads that request, does nothing, and closes without a word (its status 444), which is what a client sees
 * of a server that gave an idle connection up at that moment. That happens to what is read. What changes something is spared: after
 * a lost DELETE a manifest that was gone before cannot be told from one that it took, so outcomes would hang on chance; that
 * deletions survive is in {@link StaleConnectionTest}. {@link ShortLivesContractTest} is about ends that nginx announces.
 */
class StaleContractTest extends NginxContract {
    private static final int CLOSED_WITHOUT_A_WORD = 444;

    @Override
    Upstream upstream(Path folder) {
        return Upstream.embedded();
    }

    @Override
    List<String> http() {
        return List.of("map \"$connection_requests $request_method $request_uri\" $stale {"
                + " default 0; \"~^3 (GET|HEAD) \" 1; }");
    }

    @Override
    Site site(Site plain) {
        return plain.with("if ($stale) { return " + CLOSED_WITHOUT_A_WORD + "; }");
    }

    /** Without a lost request this would be the contract of a plain nginx. */
    @AfterAll
    void some_were_lost() {
        if (isStarted()) {
            Awaitility.await().untilAsserted(() -> {
                List<Served> lost = served().stream()
                        .filter(served -> served.status() == CLOSED_WITHOUT_A_WORD)
                        .collect(Collectors.toList());
                assertThat(lost).hasSizeGreaterThan(10);
            });
        }
    }
}
