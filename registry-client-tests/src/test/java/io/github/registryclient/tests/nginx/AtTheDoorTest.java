package io.github.registryclient.tests.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nginx says to those whom it does not let through, and what of it the client's user is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtTheDoorTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");

    private final CertificateAuthority authority = CertificateAuthority.create();
    private final CertificateAuthority stranger = CertificateAuthority.create();
    private EmbeddedRegistry registry;
    private Nginx nginx;
    private Site guarded;
    private Site open;
    private Site expired;

    @BeforeAll
    void start() {
        Nginx.assumePresent();
        registry = EmbeddedRegistry.start();
        open = Site.before(registry.uri()).tls(authority.server().issue());
        guarded = open.onlyClientsOf(authority);
        expired = Site.before(registry.uri()).tls(authority.server().expired().issue());
        nginx = Nginx.start(open, guarded, expired);
    }

    @AfterAll
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    private HttpRegistryClientBuilder to(Site site, SSLContext context) {
        return HttpRegistryClient.builder(nginx.uri(site).toString()).sslContext(context);
    }

    @Test
    void who_shows_no_certificate_is_told_that_one_is_required() {
        try (HttpRegistryClient client = to(guarded, authority.clientContext()).build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(NotARegistryException.class)
                    .hasMessageContaining("No required SSL certificate was sent");
        }
    }

    @Test
    void who_shows_a_strangers_certificate_is_told_that_it_is_wrong() {
        SSLContext own = authority.clientContext(stranger.client("clean-up").issue());
        try (HttpRegistryClient client = to(guarded, own).build()) {
            assertThatThrownBy(() -> client.listTags(APP).toList())
                    .isInstanceOf(NotARegistryException.class)
                    .hasMessageContaining("SSL certificate");
        }
    }

    @Test
    void a_server_of_an_unknown_authority_or_with_an_expired_certificate_is_sent_nothing() {
        try (HttpRegistryClient client = to(open, stranger.clientContext()).build();
                HttpRegistryClient late = to(expired, authority.clientContext()).build()) {
            for (HttpRegistryClient refusing : List.of(client, late)) {
                assertThatThrownBy(() -> refusing.listTags(APP).toList())
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("no TLS connection");
            }
        }
        assertThat(nginx.served(expired)).isEmpty();
    }
}
