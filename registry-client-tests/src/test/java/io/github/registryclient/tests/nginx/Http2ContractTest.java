package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The contract on distribution 3.1 over HTTP/2, below a path that it is told of; its addresses are whole ones, by the proxy's
 * headers.
 */
class Http2ContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.real(
                RegistryProgram.DISTRIBUTION_3,
                RegistryOptions.defaults().withEnvironment("REGISTRY_HTTP_PREFIX", "/registry/"),
                folder);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue()).belowItsOwn("/registry/").http2();
    }

    @Override
    HttpRegistryClientBuilder client(HttpRegistryClientBuilder trusting) {
        return trusting.preferHttp2();
    }

    /** Deletions by tag apart, which go by HTTP/1.1, see {@link Http2Test}. */
    @Test
    void all_of_it_goes_over_http_2() {
        client().capabilities(RepositoryName.of("contract/nothing-here"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(served())
                        .filteredOn(served -> !served.request().startsWith("DELETE "))
                        .isNotEmpty()
                        .extracting(Served::protocol)
                        .containsOnly("HTTP/2.0"));
    }
}
