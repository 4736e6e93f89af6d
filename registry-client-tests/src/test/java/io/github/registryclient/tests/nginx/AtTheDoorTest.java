package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tls.IssuedCertificate;
import io.github.registryclient.tls.TlsSettings;
import io.github.registryclient.tls.TlsSettingsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What nginx says to those whom it does not let through, and what of it the client's user is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtTheDoorTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");

    private final CertificateAuthority authority = CertificateAuthority.create();
    private final CertificateAuthority stranger = CertificateAuthority.create();
    private EmbeddedRegistry registry;
    private Nginx nginx;
    private Site guarded;
    private Site open;
    private Site expired;

    @BeforeAll
    void start() {
        Nginx.assumePresent();
        registry = EmbeddedRegistry.start();
        open = Site.before(registry.uri()).tls(authority.server().issue());
        guarded = open.onlyClientsOf(authority);
        expired = Site.before(registry.uri()).tls(authority.server().expired().issue());
        nginx = Nginx.start(open, guarded, expired);
    }

    @AfterAll
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    private TlsSettingsBuilder trusting(CertificateAuthority trusted) {
        return TlsSettings.builder().trustPem(trusted.caPem()).trustOnlyGiven();
    }

    private HttpRegistryClient to(Site site, TlsSettingsBuilder settings) {
        return HttpRegistryClient.builder(nginx.uri(site).toString())
                .tls(settings.build())
                .build();
    }

    private static void assertComesIn(HttpRegistryClient client) {
        try (client) {
            assertThat(client.listRepositories().toList()).isEmpty();
        }
    }

    @Test
    void who_shows_a_certificate_from_pem_files_or_pkcs12_comes_in(@TempDir Path folder) throws IOException {
        IssuedCertificate own = authority.client("clean-up").issue();
        IssuedCertificate rsa = authority.client("older").rsa().issue();
        Path certificate = Files.writeString(folder.resolve("own.pem"), own.certificatePem());
        Path key = Files.writeString(folder.resolve("own.key"), own.traditionalPrivateKeyPem());
        Path store = Files.write(folder.resolve("own.p12"), rsa.pkcs12("5ecre7".toCharArray()));

        assertComesIn(to(guarded, trusting(authority).clientCertificate(certificate, key)));
        assertComesIn(to(guarded, trusting(authority).clientCertificatePkcs12(store, "5ecre7".toCharArray())));
    }

    @Test
    void who_shows_no_certificate_is_told_that_one_is_required() {
        try (HttpRegistryClient client = to(guarded, trusting(authority))) {
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(NotARegistryException.class)
                    .hasMessageContaining("No required SSL certificate was sent");
        }
    }

    @Test
    void who_shows_a_strangers_certificate_is_told_that_it_is_wrong() {
        IssuedCertificate own = stranger.client("clean-up").issue();
        TlsSettingsBuilder settings =
                trusting(authority).clientCertificatePem(own.certificatePem(), own.privateKeyPem());
        try (HttpRegistryClient client = to(guarded, settings)) {
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(NotARegistryException.class)
                    .hasMessageContaining("The SSL certificate error");
        }
    }

    @Test
    void a_server_of_an_unknown_authority_or_with_an_expired_certificate_is_sent_nothing() {
        try (HttpRegistryClient client = to(open, trusting(stranger));
                HttpRegistryClient late = to(expired, trusting(authority))) {
            for (HttpRegistryClient refusing : List.of(client, late)) {
                assertThatThrownBy(() -> refusing.listTags(APP).toList())
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("no TLS connection");
            }
        }
        assertThat(nginx.served(expired)).isEmpty();
    }
}
