package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.HttpRegistryClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with servers of the JDK that let nobody in without a certificate, by TLS 1.2 and 1.3. */
class MutualTlsTest {
    @TempDir
    Path folder;

    private final List<MutualTlsServer> servers =
            List.of(new MutualTlsServer("TLSv1.2"), new MutualTlsServer("TLSv1.3"));

    @AfterEach
    void stop() {
        servers.forEach(MutualTlsServer::close);
    }

    private TlsSettingsBuilder trusting() {
        return TlsSettings.builder().trust(Fixture.file(folder, "ca.pem"));
    }

    private TlsSettingsBuilder showing(String certificate, String key) {
        return trusting()
                .clientCertificate(Fixture.file(folder, certificate), Fixture.file(folder, key), Fixture.password());
    }

    private static String ask(MutualTlsServer server, TlsSettings tls) {
        try (HttpRegistryClient client =
                HttpRegistryClient.builder(server.url()).tls(tls).build()) {
            return client.getManifestDigest("app", "1.0").toString();
        }
    }

    private void assertLetIn(TlsSettingsBuilder settings, String subject) {
        for (MutualTlsServer server : servers) {
            assertThat(ask(server, settings.build())).isEqualTo(MutualTlsServer.DIGEST);
            assertThat(server.clients()).containsExactly(subject);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "pkcs1", "aes256-sha256", "des3", "sha1-3des"})
    void an_rsa_key_in_any_form_opens_the_door(String form) {
        assertLetIn(showing("rsa.cert.pem", "rsa." + form + ".pem"), "CN=rsa");
    }

    @Test
    void an_ec_key_on_p_384_opens_the_door() {
        assertLetIn(showing("ec384.cert.pem", "ec384.sec1.pem"), "CN=ec384");
    }

    @Test
    void the_chain_is_sent_along_whatever_order_the_file_has() {
        String shuffled = Fixture.text("middle.pem") + Fixture.text("ec256.cert.pem");

        assertLetIn(trusting().clientCertificatePem(shuffled, Fixture.text("ec256.sec1-parameters.pem")), "CN=ec256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa.p12", "rsa.legacy.p12"})
    void a_pkcs12_file_opens_the_door(String name) {
        assertLetIn(trusting().clientCertificatePkcs12(Fixture.file(folder, name), Fixture.password()), "CN=rsa");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_17)
    void an_ed25519_key_opens_the_door() {
        assertLetIn(showing("ed25519.cert.pem", "ed25519.pkcs8.pem"), "CN=ed25519");
    }

    @Test
    void without_a_certificate_the_door_stays_shut_and_the_message_names_the_setting() {
        for (MutualTlsServer server : servers) {
            assertThatThrownBy(() -> ask(server, trusting().build())).isInstanceOf(NoResponseException.class);
            assertThat(server.clients()).isEmpty();
        }
        assertThatThrownBy(() -> ask(servers.get(0), trusting().build()))
                // one of the two alerts that servers of TLS 1.2 send, or the end of the connection after it
                .hasMessageMatching(".* want(s)? a client certificate.*tls\\(settings\\).*");
    }
}
