package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tls.CertificateOrder;
import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.tokenserver.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class EmbeddedTlsTest {
    private final CertificateAuthority authority = CertificateAuthority.create();

    @Test
    void a_client_that_trusts_the_authority_connects_and_no_other() throws Exception {
        try (EmbeddedRegistry registry = start(authority.serverTls())) {
            assertThat(registry.uri()).hasScheme("https");
            assertThat(ping(registry.uri(), authority.clientContext())).isEqualTo(200);
            URI named = URI.create("https://localhost:" + registry.uri().getPort());
            assertThat(ping(named, authority.clientContext())).isEqualTo(200);

            assertThatThrownBy(() -> ping(registry.uri(), SSLContext.getDefault()))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("PKIX path building failed");
            assertThatThrownBy(() ->
                            ping(registry.uri(), CertificateAuthority.create().clientContext()))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("PKIX path");
        }
    }

    @Test
    void a_certificate_of_another_name_or_another_time_is_refused() {
        assertRefused(authority.server("elsewhere.test").withoutLoopback(), "No subject alternative names");
        assertRefused(authority.server().expired(), "validity check failed");
        assertRefused(authority.server().notYetValid(), "validity check failed");
    }

    private void assertRefused(CertificateOrder order, String reason) {
        try (EmbeddedRegistry registry = start(authority.serverTls(order.issue()))) {
            assertThatThrownBy(() -> ping(registry.uri(), authority.clientContext()))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining(reason);
        }
    }

    @Test
    void rsa_serves_as_well() throws Exception {
        try (EmbeddedRegistry registry =
                start(authority.serverTls(authority.server().rsa().issue()))) {
            assertThat(ping(registry.uri(), authority.clientContext())).isEqualTo(200);
        }
    }

    @Test
    void where_client_certificates_are_required_only_those_of_the_authority_come_in() throws Exception {
        SSLContext known = authority.clientContext(authority.client("alice").issue());
        SSLContext stranger = authority.clientContext(
                CertificateAuthority.create().client("mallory").issue());
        SSLContext late =
                authority.clientContext(authority.client("alice").expired().issue());
        try (EmbeddedRegistry registry = start(authority.serverTls().requireClientCertificate())) {
            assertThat(ping(registry.uri(), known)).isEqualTo(200);

            assertThatThrownBy(() -> ping(registry.uri(), authority.clientContext()))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ping(registry.uri(), stranger)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ping(registry.uri(), late)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void where_uploads_go_on_is_https_too() throws Exception {
        try (EmbeddedRegistry registry = start(authority.serverTls())) {
            HttpResponse<String> started = Call.of("POST", registry.uri().resolve("/v2/a/blobs/uploads/"))
                    .trusting(authority.clientContext())
                    .send();
            Optional<URI> location = started.headers()
                    .firstValue("Location")
                    .map(text -> started.uri().resolve(text));

            assertThat(location).get().asString().startsWith(registry.uri() + "/v2/a/blobs/uploads/");
            assertThat(started.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    private static EmbeddedRegistry start(ServerTls tls) {
        return EmbeddedRegistry.builder().tls(tls).start();
    }

    private static int ping(URI registry, SSLContext context) throws Exception {
        return Call.get(registry.resolve("/v2/")).trusting(context).status();
    }
}
