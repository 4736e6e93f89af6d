package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.tls.TlsSettings;
import org.junit.jupiter.api.Test;

/** An nginx that ends TLS and does not tell the registry so, which then speaks of plain http addresses (distribution 2.8). */
class ForwardedSchemeTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");

    private final CertificateAuthority authority = CertificateAuthority.create();

    @Test
    void all_works_but_an_upload_which_does_not_leave_tls_and_says_what_to_set() {
        Nginx.assumePresent();
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        SampleManifest image = SampleImages.seeded(3).image();
        try (RegistryProcess registry = RegistryProcess.start(program)) {
            RegistryFiller.of(registry.uri())
                    .push(SampleRepository.named(APP.toString()).tag("1", image).build());
            Site site = Site.before(registry.uri())
                    .tls(authority.server().issue())
                    .with("location /v2/ { proxy_pass " + registry.uri() + "; proxy_set_header Host $http_host; }");
            try (Nginx nginx = Nginx.start(site);
                    HttpRegistryClient client = HttpRegistryClient.builder(
                                    nginx.uri(site).toString())
                            .tls(TlsSettings.builder()
                                    .trustPem(authority.caPem())
                                    .build())
                            .build()) {
                assertThat(client.listRepositories().toList()).containsExactly(APP);
                assertThatThrownBy(() -> client.uploadBlob(APP, new byte[] {1, 2, 3}))
                        .isInstanceOf(RedirectRefusedException.class)
                        .hasMessageContaining("from https to plain http")
                        .hasMessageContaining("X-Forwarded-Proto");
                client.deleteManifest(APP, client.getManifestDigest(APP, Tag.of("1")));
                assertThat(client.listTags(APP).toList()).isEmpty();
            }
        }
    }
}
