package io.github.registryclient.examples.snippets;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.examples.Htpasswd;
import io.github.registryclient.examples.demo.SampleHistory;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tls.IssuedCertificate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows does what the README says, on a real registry. */
class SnippetsTest {
    private static final String BUILT_AGAIN = "1.1.0-201806121602557";

    @TempDir
    private Path folder;

    @Test
    void the_quick_start_lists_resolves_and_deletes_with_all_tags_of_the_digest() {
        try (RegistryProcess process = filled();
                RegistryClient registry = HttpRegistryClient.connect(url(process))) {
            assertThat(registry.getManifestDigest("admin/hello", "1.0.0")).isNotNull();

            QuickStart.main(new String[] {url(process)});

            assertThatThrownBy(() -> registry.getManifestDigest("admin/hello", "1.0.0"))
                    .as("shares its digest with the build that was deleted")
                    .isInstanceOf(NotFoundException.class);
            assertThat(registry.getManifestDigest("admin/hello", "2.0.0")).isNotNull();
        }
    }

    @Test
    void who_is_logged_in_with_docker_gets_a_client_and_nothing_is_read_before_it_is_needed() {
        try (RegistryClient registry = Connecting.asThisUser("https://registry.example.com")) {
            assertThat(registry).hasToString("registry at https://registry.example.com");
        }
    }

    @Test
    void a_gateway_that_wants_signed_requests_gets_them_signed_with_its_nonce() {
        // printf 'GET /v2/team/app/tags/list n0nce' | openssl dgst -sha256 -hmac key -binary | base64
        String signed = "Signed key=\"k1\",signature=\"3CuiYvj9mIt4Cq8naOy9ypIuU9ggMxYjm/nt64qRf/Y=\"";
        WireMockServer gateway = new WireMockServer(wireMockConfig().dynamicPort());
        gateway.start();
        gateway.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Signed nonce=\"n0nce\"")));
        gateway.stubFor(get("/v2/team/app/tags/list")
                .withHeader("Authorization", equalTo(signed))
                .willReturn(okJson("{\"name\":\"team/app\",\"tags\":[\"1.0\"]}")));
        try (RegistryClient registry =
                OwnAuthScheme.connect(gateway.baseUrl(), "k1", "key".getBytes(StandardCharsets.UTF_8))) {
            assertThat(registry.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
        } finally {
            gateway.stop();
        }
    }

    @Test
    void futures_say_what_the_calls_say() {
        try (RegistryProcess process = filled();
                RegistryClient registry = HttpRegistryClient.connect(url(process))) {
            RepositoryName hello = RepositoryName.of("admin/hello");
            Descriptor layer =
                    registry.getManifest(hello, Tag.of("1.0.0")).layers().get(0);
            int images = registry.resolveTags(hello, registry.listTags(hello).toList())
                    .tagsByDigest()
                    .size();

            assertThat(Futures.look(registry, hello, layer.digest()))
                    .isEqualTo(images + " images, " + layer.size() + " bytes");
        }
    }

    @Test
    void a_digest_is_deleted_only_if_all_of_its_tags_are_unwanted() {
        try (RegistryProcess process = filled();
                RegistryClient registry = HttpRegistryClient.connect(url(process))) {
            Digest twice = registry.getManifestDigest("admin/hello", BUILT_AGAIN);
            SharedDigests.group(registry);

            List<Tag> one = List.of(Tag.of(BUILT_AGAIN), Tag.of("1.0.0-201806041925053"));
            assertThat(SharedDigests.deleteUnshared(registry, one)).isEmpty();
            List<Tag> both = List.of(Tag.of(BUILT_AGAIN), Tag.of("1.1.0-201806121530418"));
            assertThat(SharedDigests.deleteUnshared(registry, both)).containsExactly(twice);

            assertThat(registry.listTags("admin/hello"))
                    .hasSize(9)
                    .doesNotContainAnyElementsOf(both)
                    .contains(Tag.of("1.0.0"));
        }
    }

    @Test
    void failures_are_told_by_family() {
        try (RegistryProcess process = filled();
                RegistryClient registry = HttpRegistryClient.connect(url(process))) {
            assertThat(Failures.delete(registry, "admin/hello", "no-such-tag")).contains("no such tag");
            assertThat(Failures.delete(registry, "Admin", "latest")).contains("invalid");
            assertThat(Failures.delete(registry, "admin/hello", "latest")).isEqualTo("DELETED");
            process.restart(RegistryOptions.defaults().withDeletion(false));
            assertThat(Failures.delete(registry, "admin/hello", "1.0.0")).contains("storage.delete.enabled");
        }
        try (RegistryClient nobody = HttpRegistryClient.connect("http://127.0.0.1:1")) {
            assertThat(Failures.delete(nobody, "admin/hello", "1.0.0")).startsWith("no answer");
        }
    }

    @Test
    void an_embedded_registry_gives_back_the_bytes_of_what_was_deleted() {
        assertThat(TestingYourCode.collect()).isPositive();
        assertThat(TestingYourCode.list()).isEqualTo(20_000);
    }

    @Test
    void listings_are_read_in_every_way() {
        try (RegistryProcess process = filled();
                RegistryClient registry = HttpRegistryClient.connect(url(process))) {
            assertThatCode(() -> Paging.read(registry)).doesNotThrowAnyException();
        }
    }

    @Test
    void credentials_open_a_registry_that_wants_some() throws Exception {
        Path htpasswd = Htpasswd.in(folder);
        RegistryProgram program = RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2);
        try (RegistryProcess process =
                RegistryProcess.start(program, RegistryOptions.defaults().withHtpasswd(htpasswd))) {
            try (RegistryClient registry = Connecting.withCredentials(url(process), Htpasswd.PASSWORD)) {
                assertThat(registry.listRepositories()).isEmpty();
            }
            try (RegistryClient registry = Connecting.withCredentials(url(process), "wrong")) {
                assertThatThrownBy(() -> registry.listTags("admin/hello").toList())
                        .isInstanceOf(NotPermittedException.class);
            }
        }
    }

    @Test
    void a_private_authority_is_trusted_and_the_clients_certificate_opens_the_door() throws Exception {
        CertificateAuthority company = CertificateAuthority.create();
        IssuedCertificate alice = company.client("alice").issue();
        Path authority = company.writeCaPem(folder.resolve("ca.pem"));
        Path certificate = Files.writeString(folder.resolve("alice.pem"), alice.certificatePem());
        Path key = Files.writeString(folder.resolve("alice.key"), alice.privateKeyPem());
        try (EmbeddedRegistry server = EmbeddedRegistry.builder()
                        .tls(company.serverTls().requireClientCertificate())
                        .start();
                RegistryClient registry = Connecting.withCertificates(
                        server.uri().toString(), authority, certificate, key, new char[0])) {
            assertThat(registry.listRepositories()).isEmpty();
        }
    }

    @Test
    void the_folders_of_docker_and_podman_need_not_be_there() {
        try (RegistryClient registry = Connecting.withCertificateFolders("https://registry.example.invalid")) {
            assertThat(registry).hasToString("registry at https://registry.example.invalid");
        }
    }

    private static RegistryProcess filled() {
        RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2));
        SampleHistory.push(process.uri());
        return process;
    }

    private static String url(RegistryProcess process) {
        return process.uri().toString();
    }
}
