package io.github.registryclient.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates go with a key, and in which order. */
class ClientIdentityTest {
    @TempDir
    Path folder;

    private static List<X509Certificate> certificates(String... names) {
        List<X509Certificate> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(Certificates.read(Fixture.source(name)));
        }
        return all;
    }

    private static ClientIdentity ec256(List<X509Certificate> certificates) {
        return ClientIdentity.of(Keys.read(Fixture.source("ec256.sec1.pem"), null), certificates, "a and b");
    }

    @Test
    void the_chain_is_put_in_order_and_what_is_not_part_of_it_left_out() {
        List<X509Certificate> right = certificates("ec256.cert.pem", "middle.pem", "ca.pem");
        List<X509Certificate> given = certificates("rsa.cert.pem", "ca.pem", "ec256.cert.pem", "middle.pem", "ca.pem");
        for (int turn = 0; turn < given.size(); turn++) {
            Collections.rotate(given, 1);
            assertThat(ec256(given).chain()).isEqualTo(right);
        }
        assertThat(ec256(certificates("ca.pem", "ec256.cert.pem")).chain()).isEqualTo(certificates("ec256.cert.pem"));
    }

    @Test
    void it_is_called_by_its_certificates_subject() {
        assertThat(ec256(certificates("ec256.cert.pem"))).hasToString("CN=ec256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa.cert.pem", "middle.pem", "ec384.cert.pem"})
    void a_key_that_does_not_belong_to_the_certificate_is_refused(String other) {
        assertThatThrownBy(() -> ec256(certificates(other)))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("a and b", "does not belong to the certificate of CN=");
    }

    @Test
    void an_rsa_key_does_not_belong_to_another_rsa_certificate() {
        assertThatThrownBy(() -> ClientIdentity.of(
                        Keys.read(Fixture.source("rsa.pkcs1.pem"), null),
                        certificates("ca.pem", "ec256.cert.pem"),
                        "a"))
                .hasMessageContaining("any of the 2 certificates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa.p12", "rsa.legacy.p12"})
    void pkcs12_of_today_and_of_old_hold_the_same_key(String name) {
        try (Source source = Source.file(Fixture.file(folder, name))) {
            ClientIdentity identity = Pkcs12.read(source, Fixture.password());

            assertThat(identity.key()).isEqualTo(Keys.read(Fixture.source("rsa.pkcs8.pem"), null));
            assertThat(identity.chain()).isEqualTo(certificates("rsa.cert.pem"));
        }
    }

    @Test
    void pkcs12_brings_its_chain() {
        try (Source source = Source.file(Fixture.file(folder, "ec256.p12"))) {
            assertThat(Pkcs12.read(source, Fixture.password()).chain())
                    .isEqualTo(certificates("ec256.cert.pem", "middle.pem"));
        }
    }

    @Test
    void pkcs12_that_does_not_fit_is_told() {
        assertRefused("rsa.p12", "wrong", "does not open with this password", "openssl pkcs12 -info");
        assertRefused("rsa.legacy.p12", "", "does not open with this password");
        assertRefused("no-key.p12", Fixture.PASSWORD, "has no private key");
        assertRefused("rsa.pkcs8.pem", Fixture.PASSWORD, "is PEM, not PKCS#12");
    }

    private void assertRefused(String name, String password, String... words) {
        try (Source source = Source.file(Fixture.file(folder, name))) {
            assertThatThrownBy(() -> Pkcs12.read(source, password.toCharArray()))
                    .isExactlyInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(name)
                    .hasMessageContainingAll(words);
        }
    }
}
