package io.github.registryclient.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of keys and certificates, read by others: the JDK, and OpenSSL where it is. */
class KeyFormsTest {
    @TempDir
    Path folder;

    private final CertificateAuthority authority = CertificateAuthority.create();

    @ParameterizedTest
    @CsvSource({"EC", "RSA"})
    void the_jdk_reads_pkcs8_and_pkcs12_and_the_certificates(String algorithm) throws Exception {
        IssuedCertificate issued = issue(algorithm);
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(issued.pkcs12(password)), password);
        String alias = store.aliases().nextElement();

        assertThat(KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der(issued.privateKeyPem(), "PRIVATE KEY"))))
                .isEqualTo(issued.privateKey());
        assertThat(store.getKey(alias, password)).isEqualTo(issued.privateKey());
        assertThat(store.getCertificateChain(alias)).containsExactly(issued.certificate(), authority.certificate());
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(
                                (issued.certificatePem() + authority.caPem()).getBytes(StandardCharsets.US_ASCII))))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"EC,EC PRIVATE KEY", "RSA,RSA PRIVATE KEY"})
    void openssl_reads_the_older_forms_as_the_same_key(String algorithm, String label) throws Exception {
        OpenSsl openSsl = OpenSsl.assumePresent();
        IssuedCertificate issued = issue(algorithm);
        Path older = Files.writeString(folder.resolve("older.pem"), issued.traditionalPrivateKeyPem());

        assertThat(issued.traditionalPrivateKeyPem()).startsWith("-----BEGIN " + label + "-----\n");
        assertThat(openSsl.run("pkey", "-in", older.toString(), "-pubout"))
                .contains(
                        Pem.of("PUBLIC KEY", issued.certificate().getPublicKey().getEncoded()));
        assertThat(openSsl.run("pkey", "-in", older.toString(), "-check", "-noout"))
                .contains("Key is valid");
    }

    @Test
    void openssl_accepts_the_certificates_in_its_strict_mode() throws Exception {
        OpenSsl openSsl = OpenSsl.assumePresent();
        Path ca = authority.writeCaPem(folder.resolve("ca.pem"));
        Path server = Files.writeString(
                folder.resolve("server.pem"),
                authority.server("registry.test").issue().certificatePem());
        Path expired = Files.writeString(
                folder.resolve("expired.pem"),
                authority.server().expired().issue().certificatePem());

        assertThat(openSsl.run(
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-verify_ip",
                        "127.0.0.1",
                        "-verify_hostname",
                        "registry.test",
                        "-CAfile",
                        ca.toString(),
                        server.toString()))
                .contains("server.pem: OK");
        assertThat(openSsl.run("verify", "-verify_hostname", "other.test", "-CAfile", ca.toString(), server.toString()))
                .contains("ostname mismatch");
        assertThat(openSsl.run("verify", "-CAfile", ca.toString(), expired.toString()))
                .contains("certificate has expired");
    }

    @Test
    void nothing_printed_has_the_key() {
        IssuedCertificate issued = issue("EC");

        assertThat(issued.toString()).startsWith("CN=alice, valid ").doesNotContain("PRIVATE");
    }

    private IssuedCertificate issue(String algorithm) {
        CertificateOrder order = authority.client("alice");
        return algorithm.equals("RSA") ? order.rsa().issue() : order.issue();
    }

    private static byte[] der(String pem, String label) {
        return Base64.getMimeDecoder()
                .decode(pem.replace("-----BEGIN " + label + "-----", "").replace("-----END " + label + "-----", ""));
    }
}
