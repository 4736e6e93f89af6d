package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text around certificates as people have it. What they hold is compared with what the JDK reads. */
class PemTest {
    @TempDir
    Path folder;

    private final String rsa = Fixture.text("rsa.cert.pem");
    private final String middle = Fixture.text("middle.pem");

    private static List<X509Certificate> read(String text) {
        return Certificates.read(Source.text("ca.pem", text));
    }

    private static X509Certificate jdk(String name) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(Fixture.class.getResourceAsStream(name));
    }

    private static void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> read(text))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ca.pem ")
                .hasMessageContainingAll(words);
    }

    @Test
    void several_certificates_come_in_the_files_order() throws Exception {
        assertThat(read(rsa + middle)).containsExactly(jdk("rsa.cert.pem"), jdk("middle.pem"));
    }

    @Test
    void text_between_and_line_ends_of_any_kind_do_not_matter() throws Exception {
        String commented = "# of the company: CN=root\nSubject: a: b\n" + middle + "\n\n# next\n" + rsa + "the end";

        assertThat(read(commented)).hasSize(2);
        assertThat(read(commented.replace("\n", "\r\n"))).hasSize(2);
        assertThat(read(commented.replace("\n", "\r"))).hasSize(2);
        assertThat(read(commented.replace("\n", "\n  "))).as("indented").hasSize(2);
        assertThat(read("\ufeff" + rsa)).as("byte order mark").containsExactly(jdk("rsa.cert.pem"));
        assertThat(read(rsa.strip())).as("no line end at the end").hasSize(1);
        assertThat(read(Fixture.text("ca.pem"))).as("openssl x509 -text").hasSize(1);
    }

    @Test
    void lines_may_have_any_length() throws Exception {
        String[] parts = rsa.split("-----\n|\n-----", -1);
        String oneLine = parts[0] + "-----\n" + parts[1].replace("\n", "") + "\n-----" + parts[2] + "-----";

        assertThat(read(oneLine)).containsExactly(jdk("rsa.cert.pem"));
    }

    @Test
    void a_single_certificate_may_be_der() throws Exception {
        Path der = Files.write(folder.resolve("ca.cer"), jdk("rsa.cert.pem").getEncoded());

        try (Source source = Source.file(der)) {
            assertThat(Certificates.read(source)).containsExactly(jdk("rsa.cert.pem"));
        }
    }

    @Test
    void a_file_without_certificate_is_told_what_it_has_instead() {
        assertRefused("", "has no certificate, but nothing in PEM", "-----BEGIN CERTIFICATE-----");
        assertRefused(Fixture.text("rsa.pkcs8.pem"), "has no certificate, but only [PRIVATE KEY]");
        assertRefused(rsa.replace("CERTIFICATE", "TRUSTED CERTIFICATE"), "openssl x509 -in ca.pem");
        assertRefused(rsa.replace("CERTIFICATE", "PKCS7"), "openssl pkcs7 -print_certs -in ca.pem");
    }

    @Test
    void damage_is_told_with_its_place() {
        String cut = rsa.substring(0, rsa.indexOf("-----END"));
        assertRefused(cut, "the CERTIFICATE that began in line 1 has no end; copy it whole");
        assertRefused(cut + middle, "the CERTIFICATE that began in line 1 has no end before line");
        assertRefused(rsa.replace("END CERTIFICATE", "END X509 CRL"), "ends as something else");
        assertRefused("\n" + rsa.replace("MII", "M:II"), "certificate number 1");
        assertRefused(middle + rsa.replace("M", "*"), "that began in line", "no base64");
        assertRefused(middle + rsa.replaceFirst("\nMII", "\nMIJ"), "certificate number 2 in it is none");
        assertRefused(rsa.replace("\n", "\\n"), "line 1", "\\n", "real ones");
    }

    @Test
    void utf_16_is_named() throws Exception {
        Path file = Files.write(folder.resolve("ca.pem"), ("\ufeff" + rsa).getBytes(StandardCharsets.UTF_16LE));

        try (Source source = Source.file(file)) {
            assertThatThrownBy(() -> Certificates.read(source))
                    .isExactlyInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("UTF-16");
        }
    }

    @Test
    void what_follows_a_certificate_inside_its_block_is_refused() throws Exception {
        byte[] der = jdk("rsa.cert.pem").getEncoded();
        byte[] longer = java.util.Arrays.copyOf(der, der.length + 1);

        assertRefused(
                "-----BEGIN CERTIFICATE-----\n" + Base64.getEncoder().encodeToString(longer)
                        + "\n-----END CERTIFICATE-----",
                "certificate number 1");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_why() throws Exception {
        assertThatThrownBy(() -> Source.file(folder.resolve("none.pem")))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("none.pem", "there is no such file");
        assertThatThrownBy(() -> Source.file(folder))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a folder");
        Path large = folder.resolve("large.pem");
        Files.write(large, new byte[Source.LIMIT + 1]);
        assertThatThrownBy(() -> Source.file(large))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("large.pem", "more than 4194304 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "where that is no path")
    void a_key_in_the_place_of_its_path_is_not_shown(int lines) {
        String key = "-----BEGIN PRIVATE KEY-----\n" + "swordfish\n".repeat(lines) + "-----END PRIVATE KEY-----\n";

        assertThatThrownBy(() -> TlsSettings.builder().clientCertificate(Path.of(key), Path.of(key)))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("looks like the content of a file", "give the path")
                .hasNoCause()
                .hasMessageNotContaining("swordfish");
    }
}
