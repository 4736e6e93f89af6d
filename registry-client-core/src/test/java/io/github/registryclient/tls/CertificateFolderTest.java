package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folders {@code certs.d} of Docker and Podman. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names with a colon")
class CertificateFolderTest {
    private static final URI REGISTRY = URI.create("https://registry.example.com:5000");

    @TempDir
    Path home;

    private Path put(String place, String name, String fixture) {
        try {
            Path folder = Files.createDirectories(home.resolve(place));
            return Files.write(folder.resolve(name), Fixture.bytes(fixture));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<CertificateFolder> find(URI registry) {
        return CertificateFolder.find(List.of(home.resolve("one"), home.resolve("two")), registry);
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> find(REGISTRY))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void crt_is_trusted_and_cert_with_key_is_the_clients() {
        put("one/registry.example.com:5000", "ca.crt", "ca.pem");
        put("one/registry.example.com:5000", "more.crt", "middle.pem");
        put("one/registry.example.com:5000", "b.cert", "ec256.cert.pem");
        put("one/registry.example.com:5000", "b.key", "ec256.sec1.pem");
        put("one/registry.example.com:5000", "a.cert", "rsa.cert.pem");
        put("one/registry.example.com:5000", "a.key", "rsa.pkcs1.pem");
        put("one/registry.example.com:5000", "README", "rsa.p12");

        CertificateFolder folder = find(REGISTRY).orElseThrow();

        assertThat(folder.authorities()).hasSize(2);
        assertThat(folder.identities()).extracting(Object::toString).containsExactly("CN=rsa", "CN=ec256");
    }

    @Test
    void another_registrys_folder_does_not_count() {
        put("one/registry.example.com:5000", "ca.crt", "ca.pem");

        assertThat(find(URI.create("https://registry.example.com"))).isEmpty();
        assertThat(find(URI.create("https://registry.example.com:5001"))).isEmpty();
        assertThat(find(URI.create("https://example.com:5000"))).isEmpty();
        assertThat(find(URI.create("https://Registry.Example.com:5000"))).isPresent();
    }

    @Test
    void the_port_of_https_may_be_left_out() {
        put("one/a.test", "ca.crt", "ca.pem");
        put("two/b.test:443", "ca.crt", "ca.pem");

        for (String url : List.of("https://a.test", "https://a.test:443", "https://b.test", "https://b.test:443")) {
            assertThat(find(URI.create(url))).as(url).isPresent();
        }
    }

    @Test
    void the_first_place_that_has_the_folder_counts_alone() throws IOException {
        put("two/registry.example.com:5000", "ca.crt", "ca.pem");
        assertThat(find(REGISTRY).orElseThrow().authorities()).hasSize(1);

        Files.createDirectories(home.resolve("one/registry.example.com:5000"));
        assertThat(find(REGISTRY).orElseThrow().authorities()).isEmpty();
    }

    /** A link that leads in a circle can be searched by nobody, not even by root. */
    @Test
    void a_place_that_cannot_be_searched_is_not_passed_over_for_a_later_folder() throws IOException {
        Path place = Files.createSymbolicLink(home.resolve("one"), home.resolve("one"));
        assertThat(find(REGISTRY)).isEmpty();

        put("two/registry.example.com:5000", "ca.crt", "ca.pem");
        assertRefused(
                place.resolve("registry.example.com:5000").toString(),
                home.resolve("two/registry.example.com:5000").toString(),
                "mode");
    }

    @Test
    void nor_does_it_matter_behind_the_folder_that_counts() throws IOException {
        Files.createSymbolicLink(home.resolve("two"), home.resolve("two"));
        put("one/registry.example.com:5000", "ca.crt", "ca.pem");

        assertThat(find(REGISTRY).orElseThrow().authorities()).hasSize(1);
    }

    @Test
    void a_certificate_without_key_and_a_key_without_certificate_are_told() throws IOException {
        Path certificate = put("one/registry.example.com:5000", "client.cert", "rsa.cert.pem");
        assertRefused(certificate.toString(), "expected client.key beside it", ".crt");

        Files.delete(certificate);
        Path key = put("one/registry.example.com:5000", "client.key", "rsa.pkcs1.pem");
        assertRefused(key.toString(), "expected client.cert beside it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.crt", "client.cert", "client.key"})
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_link_to_a_pipe_or_a_device_is_told_and_not_waited_for(String name) throws Exception {
        put("one/registry.example.com:5000", "client.cert", "rsa.cert.pem");
        Path key = put("one/registry.example.com:5000", "client.key", "rsa.pkcs1.pem");
        Path pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = key.resolveSibling(name);
        for (Path target : List.of(pipe, Path.of("/dev/zero"))) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);

            assertRefused(link.toString(), "is a pipe or a device");
        }
    }

    @Test
    void damage_is_told_with_the_files_name() {
        Path damaged = put("one/registry.example.com:5000", "ca.crt", "rsa.pkcs8.pem");

        assertRefused(damaged.toString(), "has no certificate, but only [PRIVATE KEY]");
    }

    @Test
    void a_pair_that_does_not_belong_together_is_told_with_both_names() {
        Path certificate = put("one/registry.example.com:5000", "a.cert", "rsa.cert.pem");
        Path key = put("one/registry.example.com:5000", "a.key", "ec256.sec1.pem");

        assertRefused(certificate.toString(), key.toString(), "does not belong");
    }

    @Test
    void an_ipv6_address_is_written_as_in_a_url() {
        put("one/[::1]:5000", "ca.crt", "ca.pem");

        assertThat(find(URI.create("https://[::1]:5000"))).isPresent();
    }
}
