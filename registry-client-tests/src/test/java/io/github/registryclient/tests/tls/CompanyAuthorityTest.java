package io.github.registryclient.tests.tls;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tls.IssuedCertificate;
import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.tls.TlsSettings;
import io.github.registryclient.tls.TlsSettingsBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry, its token server and its storage under an authority of a company's own: who is trusted, who learns who is asking. */
class CompanyAuthorityTest {
    private final CertificateAuthority company = CertificateAuthority.create("company", Clock.systemUTC());
    private final IssuedCertificate alice = company.client("alice").issue();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final SampleManifest image = SampleImages.seeded(7).image();
    private final Digest layer = image.layers().get(0).digest();
    private final List<AutoCloseable> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws Exception {
        for (int i = started.size() - 1; i >= 0; i--) {
            started.get(i).close();
        }
    }

    private <T extends AutoCloseable> T closedLater(T resource) {
        started.add(resource);
        return resource;
    }

    private EmbeddedRegistry start(ServerTls tls) {
        EmbeddedRegistry registry =
                closedLater(EmbeddedRegistry.builder().tls(tls).start());
        RegistryFiller.of(registry.uri())
                .trusting(company.clientContext(alice))
                .push(SampleRepository.named("team/app").tag("1.0", image).build());
        registry.clearRequests();
        return registry;
    }

    private TlsSettingsBuilder trusting() {
        return TlsSettings.builder().trustPem(company.caPem());
    }

    private TlsSettingsBuilder asAlice() {
        return trusting().clientCertificatePem(alice.certificatePem(), alice.privateKeyPem());
    }

    private HttpRegistryClient client(URI registry, TlsSettingsBuilder tls) {
        return closedLater(
                HttpRegistryClient.builder(registry.toString()).tls(tls.build()).build());
    }

    @Test
    void only_who_trusts_the_company_reads() {
        EmbeddedRegistry registry = start(company.serverTls());

        assertThat(client(registry.uri(), trusting()).listTags(app)).containsExactly(Tag.of("1.0"));
        assertThat(client(registry.uri(), trusting().trustOnlyGiven()).listTags(app))
                .hasSize(1);
        HttpRegistryClient stranger = client(
                registry.uri(),
                TlsSettings.builder().trustPem(CertificateAuthority.create().caPem()));
        assertThatThrownBy(() -> stranger.listTags(app).toList())
                .isInstanceOf(UnreachableException.class)
                .hasMessageContainingAll(
                        "no TLS connection to", "for a private certificate authority", "tls(settings)");
    }

    @Test
    void a_certificate_for_another_name_is_refused_although_the_authority_is_trusted() {
        IssuedCertificate other = company.server("other.test").withoutLoopback().issue();
        HttpRegistryClient client = client(start(company.serverTls()).uri(), trusting());
        EmbeddedRegistry impostor = closedLater(
                EmbeddedRegistry.builder().tls(company.serverTls(other)).start());

        assertThat(client.listTags(app)).hasSize(1);
        assertThatThrownBy(
                        () -> client(impostor.uri(), trusting()).listTags(app).toList())
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("its certificate is for another name");
    }

    @Test
    void the_token_server_is_trusted_by_the_same_authority_and_asked_without_the_certificate() {
        TokenServer open = closedLater(TokenServer.builder()
                .user("alice", "swordfish")
                .allow("alice", "repository:team/*:pull,push")
                .tls(company.serverTls())
                .start());
        HttpRegistryClientBuilder client = behind(open);

        assertThat(closedLater(client.tls(asAlice().build()).build()).listTags(app))
                .hasSize(1);
    }

    @Test
    void a_token_server_that_demands_the_certificate_gets_it_only_where_it_was_named() {
        TokenServer strict = closedLater(TokenServer.builder()
                .user("alice", "swordfish")
                .allow("alice", "repository:team/*:pull,push")
                .tls(company.serverTls().requireClientCertificate())
                .start());

        HttpRegistryClient without =
                closedLater(behind(strict).tls(asAlice().build()).build());
        assertThatThrownBy(() -> without.listTags(app).toList()).isInstanceOf(RegistryException.class);
        assertThat(strict.requests()).isEmpty();

        String host = strict.realm().getAuthority();
        HttpRegistryClient with = closedLater(
                behind(strict).tls(asAlice().showCertificateTo(host).build()).build());
        assertThat(with.listTags(app)).hasSize(1);
        assertThat(strict.requests()).isNotEmpty();
    }

    private HttpRegistryClientBuilder behind(TokenServer tokens) {
        EmbeddedRegistry registry = closedLater(EmbeddedRegistry.builder()
                .tls(company.serverTls().requireClientCertificate())
                .tokenAuth(tokens)
                .start());
        RegistryFiller.withToken(registry.uri(), tokens.token("alice", "repository:team/app:pull,push"))
                .trusting(company.clientContext(alice))
                .push(SampleRepository.named("team/app").tag("1.0", image).build());
        return HttpRegistryClient.builder(registry.uri().toString()).credentials("alice", "swordfish");
    }

    @Test
    void where_a_registry_redirects_to_nobody_learns_who_is_asking() throws IOException {
        EmbeddedRegistry registry = start(company.serverTls().requireClientCertificate());
        EmbeddedRegistry storage = start(company.serverTls());
        EmbeddedRegistry curious = start(company.serverTls().requireClientCertificate());
        HttpRegistryClient client = client(registry.uri(), asAlice());

        redirectBlobsTo(registry, storage.uri());
        try (InputStream blob = client.openBlob(app, layer)) {
            assertThat(blob.readAllBytes()).isNotEmpty();
        }
        redirectBlobsTo(registry, curious.uri());
        assertThatThrownBy(() -> client.openBlob(app, layer).close()).isInstanceOf(NoResponseException.class);
        assertThat(curious.requests().size()).isZero();
    }

    private void redirectBlobsTo(EmbeddedRegistry registry, URI elsewhere) {
        registry.script()
                .on(get("/v2/team/app/blobs/*"))
                .answer(status(307).header("Location", elsewhere + "/v2/team/app/blobs/" + layer));
    }

    @Test
    void a_registry_with_tls_leads_to_no_plain_http() {
        EmbeddedRegistry registry = start(company.serverTls());
        EmbeddedRegistry plain = closedLater(EmbeddedRegistry.start());
        HttpRegistryClient client = client(registry.uri(), trusting());

        redirectBlobsTo(registry, plain.uri());
        assertThatThrownBy(() -> client.openBlob(app, layer).close())
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("http");
        registry.script()
                .on(get("/v2/team/app/tags/list"))
                .answer(status(401)
                        .header("WWW-Authenticate", "Bearer realm=\"" + plain.uri() + "/token\",service=\"s\""));
        HttpRegistryClient alice =
                closedLater(HttpRegistryClient.builder(registry.uri().toString())
                        .tls(trusting().build())
                        .credentials("alice", "swordfish")
                        .build());
        assertThatThrownBy(() -> alice.listTags(app).toList()).isInstanceOf(RegistryException.class);
        assertThat(plain.requests().count(any("/**"))).isZero();
    }

    @Test
    void a_certs_d_folder_opens_its_registry_and_no_other() throws IOException {
        EmbeddedRegistry registry = start(company.serverTls().requireClientCertificate());
        EmbeddedRegistry other = start(company.serverTls());
        Path own = Files.createDirectories(folder.resolve(registry.uri().getAuthority()));
        company.writeCaPem(own.resolve("ca.crt"));
        Files.writeString(own.resolve("client.cert"), alice.certificatePem());
        TlsSettings settings =
                TlsSettings.builder().certificateFolders(List.of(folder)).build();
        assertThatThrownBy(() -> HttpRegistryClient.builder(registry.uri().toString())
                        .tls(settings)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("client.key");
        Files.writeString(own.resolve("client.key"), alice.traditionalPrivateKeyPem());

        HttpRegistryClient opened =
                closedLater(HttpRegistryClient.builder(registry.uri().toString())
                        .tls(settings)
                        .build());
        assertThat(opened.listTags(app)).hasSize(1);
        HttpRegistryClient shut = closedLater(
                HttpRegistryClient.builder(other.uri().toString()).tls(settings).build());
        assertThatThrownBy(() -> shut.listTags(app).toList()).isInstanceOf(UnreachableException.class);
    }

    @Test
    void without_any_check_every_certificate_will_do_and_each_client_is_warned_of() {
        IssuedCertificate wrong =
                company.server("other.test").withoutLoopback().expired().issue();
        EmbeddedRegistry impostor = closedLater(
                EmbeddedRegistry.builder().tls(company.serverTls(wrong)).start());
        List<String> warnings = new ArrayList<>();
        Handler handler = handler(warnings, impostor.uri().toString());
        Logger logger = Logger.getLogger("io.github.registryclient.tls");
        logger.addHandler(handler);
        TlsSettingsBuilder blind = TlsSettings.builder().trustEveryServerWithoutAnyCheck();
        try {
            assertThat(client(impostor.uri(), blind).listRepositories()).isEmpty();
            assertThat(client(impostor.uri(), blind).listRepositories()).isEmpty();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(warnings).hasSize(2).allMatch(line -> line.startsWith("WARNING"));
    }

    /** The log is everybody's, so that only lines about one server count. */
    private static Handler handler(List<String> warnings, String server) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (List.of(line.getParameters()).contains(server)) {
                    warnings.add(line.getLevel() + ": " + line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
