package io.github.registryclient.tests.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.ProxyRefusedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.ProxySettings;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with a proxy that nobody here wrote. */
class TinyproxyTest {
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create();
    private static final String USER = "pr0xy-user";
    private static final String PASSWORD = "pr0xy-5ecre7";

    private final RawServer plain = RawServer.plain(RawServer.registry(""));
    private final RawServer tls =
            RawServer.tls(AUTHORITY.serverTls().context(), RawServer.registry("Basic dXNlcjpwYXNz")); // user:pass
    private Tinyproxy proxy;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        proxy = Tinyproxy.start(folder, USER, PASSWORD);
    }

    @AfterEach
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
        plain.close();
        tls.close();
        assertThat(plain.heads())
                .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("proxy-authorization"));
        assertThat(tls.heads()).noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("proxy-"));
    }

    private HttpRegistryClient client(String url, String password) {
        return HttpRegistryClient.builder(url)
                .proxy(ProxySettings.of("127.0.0.1", proxy.port()).withCredentials(USER, password))
                .sslContext(AUTHORITY.clientContext())
                .build();
    }

    @Test
    void a_registry_over_plain_http_is_read_through_it() throws Exception {
        try (HttpRegistryClient client = client(plain.url(), PASSWORD)) {
            assertThat(client.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
        }
        assertThat(plain.heads()).singleElement().asString().contains("Via: ", "tinyproxy");
    }

    @Test
    void a_registry_with_tls_is_read_through_its_tunnel() throws Exception {
        String said = ListTagsThroughProxy.inItsOwnJvm(
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                tls.url(),
                proxy.port(),
                USER,
                PASSWORD,
                AUTHORITY.writeCaPem(folder.resolve("ca.pem")));
        assertThat(said).isEqualTo("[1.0]");
        assertThat(proxy.log()).contains("CONNECT 127.0.0.1:" + tls.port());
    }

    /** It answers as if it were the registry. */
    @Test
    void a_wrong_password_over_plain_http_fails_with_its_own_words() {
        try (HttpRegistryClient client = client(plain.url(), "wr0ng")) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessageContaining("The administrator of this proxy")
                    .hasMessageNotContaining("wr0ng");
        }
        assertThat(plain.heads()).isEmpty();
    }

    @Test
    void a_wrong_password_for_a_tunnel_is_told_from_the_registrys() throws Exception {
        String said = ListTagsThroughProxy.inItsOwnJvm(
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                tls.url(),
                proxy.port(),
                USER,
                "wr0ng",
                AUTHORITY.writeCaPem(folder.resolve("ca.pem")));
        assertThat(said)
                .startsWith(ProxyRefusedException.class.getName())
                .contains("user name and password right?")
                .doesNotContain("wr0ng");
        assertThat(tls.heads()).isEmpty();
    }

    @Test
    void a_tunnel_that_the_jdk_asks_for_without_the_password_is_refused_with_the_remedy() {
        try (HttpRegistryClient client = client(tls.url(), PASSWORD)) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(ProxyRefusedException.class)
                    .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
        }
        assertThat(tls.heads()).isEmpty();
    }
}
