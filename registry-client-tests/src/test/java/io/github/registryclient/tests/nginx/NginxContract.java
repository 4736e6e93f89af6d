package io.github.registryclient.tests.nginx;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.testkit.contract.RegistryClientContract;
import io.github.registryclient.testkit.contract.RegistryUnderTest;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.tls.TlsSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract behind a real nginx. Only the client under test goes through it; the registry is filled directly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NginxContract extends RegistryClientContract {
    final CertificateAuthority authority = CertificateAuthority.create();
    private Upstream upstream;
    private Nginx nginx;
    private Site site;
    private HttpRegistryClient client;
    private RegistryUnderTest registry;

    /** The registry; files go into the folder. */
    abstract Upstream upstream(Path folder);

    /** How nginx is set, beginning with a site over plain http. */
    abstract Site site(Site plain);

    /** Directives beside the site. */
    List<String> http() {
        return List.of();
    }

    /** Whom the client trusts, and how it identifies itself; files go into the folder. */
    TlsSettings tls(URI registry, Path folder) throws IOException {
        return TlsSettings.builder()
                .trust(authority.writeCaPem(folder.resolve("ca.pem")))
                .build();
    }

    /** How the client is set beside that. */
    HttpRegistryClientBuilder client(HttpRegistryClientBuilder settings) {
        return settings;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Nginx.assumePresent();
        upstream = upstream(folder);
        site = site(Site.before(upstream.asked()));
        nginx = Nginx.start(http(), site);
        URI uri = nginx.uri(site);
        client = client(HttpRegistryClient.builder(uri.toString()).tls(tls(uri, folder)))
                .build();
        registry = RegistryUnderTest.of(client, RegistryFiller.of(upstream.filled()), "contract", upstream.traits());
    }

    @AfterAll
    void stop() {
        for (AutoCloseable started : new AutoCloseable[] {client, nginx, upstream}) {
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

    /** Not where something that is needed is missing. */
    final boolean isStarted() {
        return registry != null;
    }

    /** What nginx has answered so far. */
    final List<Served> served() {
        return nginx.served(site);
    }
}
