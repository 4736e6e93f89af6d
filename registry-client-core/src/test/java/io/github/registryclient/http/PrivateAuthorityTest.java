package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.name.Tag;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry whose certificate nobody vouches for: trusted with a context of the caller's, refused without. */
class PrivateAuthorityTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Path keys;
    private static WireMockServer server;

    @BeforeAll
    static void start() throws Exception {
        keys = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=registry",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(directory.resolve("keytool.txt")))
                .isZero();
        server = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        server.start();
        server.stubFor(get(urlEqualTo("/v2/app/tags/list"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"name\":\"app\",\"tags\":[\"1.0\"]}")));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static HttpRegistryClientBuilder registry() {
        return HttpRegistryClient.builder("https://127.0.0.1:" + server.httpsPort());
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keystore)) {
            own.load(stream, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("registry", own.getCertificate("registry"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void with_a_context_that_trusts_it_the_registry_is_read() throws Exception {
        try (HttpRegistryClient client = registry().sslContext(trusting(keys)).build()) {
            assertThat(client.listTags("app").toList()).containsExactly(Tag.of("1.0"));
        }
    }

    @Test
    void without_one_the_failure_names_the_setting() {
        try (HttpRegistryClient client = registry().build()) {
            assertThatThrownBy(() -> client.listTags("app").toList())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContainingAll("no TLS connection to 127.0.0.1:" + server.httpsPort(), "tls(settings)");
        }
    }
}
