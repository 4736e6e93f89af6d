package io.github.registryclient.tests.nginx;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on a real registry behind a real nginx. A second registry over the same storage is filled for it, so that only
 * the client under test goes through nginx.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NginxContract extends RegistryClientContract {
    private final String program;
    final CertificateAuthority authority = CertificateAuthority.create();
    private RegistryProcess filled;
    private RegistryProcess asked;
    private Nginx nginx;
    private Site site;
    private HttpRegistryClient client;
    private RegistryUnderTest registry;

    NginxContract(String program) {
        this.program = program;
    }

    /** How the registry is set that nginx stands before. */
    RegistryOptions options() {
        return RegistryOptions.defaults();
    }

    /** How nginx is set, beginning with a site over plain http. */
    abstract Site site(Site plain);

    /** Directives beside the site. */
    List<String> http() {
        return List.of();
    }

    /** How the client is set, beginning with a client that trusts the authority of this class. */
    HttpRegistryClientBuilder client(HttpRegistryClientBuilder trusting) {
        return trusting;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        Nginx.assumePresent();
        RegistryProgram found = RealRegistries.assumePresent(program);
        filled = RegistryProcess.start(found, RegistryOptions.defaults(), folder);
        asked = RegistryProcess.start(found, options(), folder);
        site = site(Site.before(asked.uri()));
        nginx = Nginx.start(http(), site);
        client = client(HttpRegistryClient.builder(nginx.uri(site).toString()).sslContext(authority.clientContext()))
                .build();
        registry = RegistryUnderTest.of(client, RegistryFiller.of(filled.uri()), "contract", ServerTraits.of(found));
    }

    @AfterAll
    void stop() {
        for (AutoCloseable started : new AutoCloseable[] {client, nginx, asked, filled}) {
            if (started != null) {
                close(started);
            }
        }
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RegistryUnderTest registry() {
        return registry;
    }

    /** What nginx has answered so far. */
    final List<Served> served() {
        return nginx.served(site);
    }
}
