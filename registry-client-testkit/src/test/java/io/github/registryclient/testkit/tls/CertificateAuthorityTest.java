package io.github.registryclient.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The JDK's own PKIX validation (RFC 5280, 6) judges the certificates. */
class CertificateAuthorityTest {
    private final CertificateAuthority authority = CertificateAuthority.create();

    @Test
    void what_it_issues_is_valid_and_of_no_other_authority() throws Exception {
        IssuedCertificate server = authority.server("registry.test").issue();

        assertThatCode(() -> validate(server, authority, Instant.now())).doesNotThrowAnyException();
        assertThatThrownBy(() -> validate(server, CertificateAuthority.create(), Instant.now()))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void a_server_has_the_names_of_this_machine_and_those_given() throws Exception {
        IssuedCertificate server = authority
                .server("registry.test", "*.wild.test", "10.1.2.3", "fd00::1")
                .issue();

        assertThat(names(server.certificate()))
                .containsExactlyInAnyOrder(
                        "7=127.0.0.1",
                        "7=0:0:0:0:0:0:0:1",
                        "2=localhost",
                        "2=registry.test",
                        "2=*.wild.test",
                        "7=10.1.2.3",
                        "7=fd00:0:0:0:0:0:0:1");
        assertThat(names(authority.server("a.test").withoutLoopback().issue().certificate()))
                .containsExactly("2=a.test");
    }

    @Test
    void servers_serve_and_clients_ask_and_neither_signs() throws Exception {
        X509Certificate server = authority.server().issue().certificate();
        X509Certificate client = authority.client("alice").issue().certificate();

        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(client.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(client.getSubjectX500Principal()).hasToString("CN=alice");
        assertThat(authority)
                .hasToString(authority.certificate().getSubjectX500Principal().toString());
        assertThat(List.of(server, client)).allMatch(certificate -> certificate.getBasicConstraints() < 0);
        assertThat(authority.certificate().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(authority.certificate().getKeyUsage()[5]).as("keyCertSign").isTrue();
        assertThat(server.getSerialNumber()).isPositive().isNotEqualTo(client.getSerialNumber());
    }

    @Test
    void a_certificate_is_expired_or_not_yet_valid_on_request() {
        assertThat(reason(authority.server().expired().issue(), Instant.now())).isEqualTo(BasicReason.EXPIRED);
        assertThat(reason(authority.server().notYetValid().issue(), Instant.now()))
                .isEqualTo(BasicReason.NOT_YET_VALID);
    }

    @Test
    void its_present_is_that_of_the_clock() throws Exception {
        Instant then = Instant.parse("2051-06-01T12:00:00Z");
        CertificateAuthority later = CertificateAuthority.create("later", Clock.fixed(then, ZoneOffset.UTC));
        IssuedCertificate server = later.server().issue();

        assertThatCode(() -> validate(server, later, then)).doesNotThrowAnyException();
        assertThat(reason(server, later, then.minus(Duration.ofHours(2)))).isEqualTo(BasicReason.NOT_YET_VALID);
        assertThat(reason(server, later, then.plus(Duration.ofDays(366)))).isEqualTo(BasicReason.EXPIRED);
        assertThat(server.certificate().getNotAfter().toInstant()).isEqualTo("2052-05-31T12:00:00Z");
    }

    @Test
    void rsa_keys_are_certified_as_well() throws Exception {
        IssuedCertificate server = authority.server().rsa().issue();

        assertThat(server.certificate().getPublicKey().getAlgorithm()).isEqualTo("RSA");
        assertThatCode(() -> validate(server, authority, Instant.now())).doesNotThrowAnyException();
    }

    @Test
    void a_self_signed_certificate_vouches_for_itself() throws Exception {
        IssuedCertificate self = IssuedCertificate.selfSigned("me", KeyKind.RSA.generate(), Clock.systemUTC());

        self.certificate().verify(self.certificate().getPublicKey());
        assertThat(self.chain()).containsExactly(self.certificate());
        assertThat(self.certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
    }

    private BasicReason reason(IssuedCertificate certificate, Instant when) {
        return reason(certificate, authority, when);
    }

    private static BasicReason reason(IssuedCertificate certificate, CertificateAuthority trusted, Instant when) {
        try {
            validate(certificate, trusted, when);
            throw new AssertionError("it is valid");
        } catch (CertPathValidatorException e) {
            return (BasicReason) e.getReason();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void validate(IssuedCertificate certificate, CertificateAuthority trusted, Instant when)
            throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate.certificate())),
                        parameters);
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> name.get(0) + "=" + name.get(1))
                .collect(Collectors.toList());
    }
}
