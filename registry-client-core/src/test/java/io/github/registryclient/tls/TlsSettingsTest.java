package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSettingsTest {
    @TempDir
    Path folder;

    private static void assertRefused(Runnable setting, String... words) {
        assertThatThrownBy(setting::run)
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    private TlsSettingsBuilder everything() {
        return TlsSettings.builder()
                .trustPem(Fixture.text("ca.pem"))
                .clientCertificate(
                        Fixture.file(folder, "rsa.cert.pem"),
                        Fixture.file(folder, "rsa.aes256-sha256.pem"),
                        Fixture.password());
    }

    @Test
    void it_says_who_is_trusted_and_who_asks_and_shows_no_key() {
        assertThat(everything().certificateFolders(List.of(Path.of("certs.d"))).build())
                .hasToString(
                        "trusts the JVM's authorities, CN=test root; identifies itself as CN=rsa; looks into certs.d");
        assertThat(everything().trustOnlyGiven().build())
                .hasToString("trusts only CN=test root; identifies itself as CN=rsa");
        assertThat(TlsSettings.builder().trustEveryServerWithoutAnyCheck().build())
                .hasToString("trusts every server without any check");
        assertThat(TlsSettings.builder().build()).hasToString("trusts the JVM's authorities");
    }

    @Test
    void settings_that_make_no_sense_together_are_refused() {
        assertRefused(
                () -> everything().trustEveryServerWithoutAnyCheck().build(), "trustEveryServerWithoutAnyCheck()");
        assertRefused(() -> TlsSettings.builder().trustOnlyGiven().build(), "leaves nobody to trust");
        TlsSettings nobody = TlsSettings.builder()
                .trustOnlyGiven()
                .certificateFolders(List.of(folder))
                .build();
        assertRefused(() -> nobody.contextFor(URI.create("https://registry.test")), "leaves nobody to trust", "folder");
    }

    @Test
    void a_context_of_ones_own_beside_it_is_refused() throws Exception {
        HttpRegistryClientBuilder both = HttpRegistryClient.builder("https://registry.test")
                .tls(TlsSettings.builder().build())
                .sslContext(SSLContext.getDefault());

        assertRefused(both::build, "tls(...)", "sslContext(...)", "leave out the other");
    }

    @Test
    void a_builder_may_be_used_again_without_changing_what_it_built() {
        TlsSettingsBuilder builder = TlsSettings.builder().trustPem(Fixture.text("ca.pem"));
        TlsSettings first = builder.build();
        TlsSettings second = builder.trustPem(Fixture.text("middle.pem")).build();

        assertThat(first).hasToString("trusts the JVM's authorities, CN=test root");
        assertThat(second).hasToString("trusts the JVM's authorities, CN=test root, CN=test middle");
    }

    @Test
    void without_settings_nothing_is_read_and_the_jvms_own_way_counts() {
        SSLContext context = TlsSettings.builder().build().contextFor(URI.create("https://registry.test"));

        assertThat(context.getProtocol()).isEqualTo("TLS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "https://a.test", "a.test/x", "user@a.test", "a.test:0", "a.test:65536", "a_b"})
    void what_is_no_host_is_refused(String host) {
        assertRefused(() -> TlsSettings.builder().showCertificateTo(host), "invalid host");
    }

    @ParameterizedTest
    @CsvSource({
        "a.test, a.test, 443",
        "A.Test:443, a.test, 443",
        "a.test:5000, A.TEST, 5000",
        "[::1]:5000, 0:0:0:0:0:0:0:1, 5000", // as the JDK's client names a peer on every Java
        "[0:0:0:0:0:0:0:1], ::1, 443",
    })
    void a_host_is_the_same_in_every_spelling(String given, String host, int port) {
        assertThat(HostAndPort.parse(given))
                .isEqualTo(HostAndPort.of(host, port))
                .hasSameHashCodeAs(HostAndPort.of(host, port))
                .isNotEqualTo(HostAndPort.of(host, port + 1));
    }
}
