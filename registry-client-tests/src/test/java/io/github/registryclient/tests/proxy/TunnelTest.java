package io.github.registryclient.tests.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.ProxyRefusedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.ProxySettings;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry with TLS behind a proxy: the proxy's password stays out of the tunnel, the registry's inside. */
class TunnelTest {
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.create();
    private static final String PROPERTY = "-Djdk.http.auth.tunneling.disabledSchemes=";
    private static final String USER = "pr0xy-user";
    private static final String PASSWORD = "pr0xy-5ecre7";
    private static final String OWN_ACCOUNT = "Basic dXNlcjpwYXNz"; // user:pass

    private final ForwardProxy proxy = new ForwardProxy(USER, PASSWORD);
    private final RawServer registry = RawServer.tls(AUTHORITY.serverTls().context(), RawServer.registry(OWN_ACCOUNT));

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        proxy.close();
        registry.close();
        assertThat(registry.heads())
                .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("proxy-"));
        assertThat(proxy.heads())
                .allMatch(head -> head.startsWith("CONNECT 127.0.0.1:" + registry.port() + " "))
                .noneMatch(head -> head.contains("\r\nAuthorization:"));
    }

    private Throwable reading(int proxyPort) {
        ProxySettings settings = ProxySettings.of("127.0.0.1", proxyPort).withCredentials(USER, PASSWORD);
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                .proxy(settings)
                .credentials("user", "pass")
                .sslContext(AUTHORITY.clientContext())
                .attemptTimeout(Duration.ofSeconds(2))
                .callTimeout(Duration.ofSeconds(8))
                .build()) {
            return catchThrowable(() -> client.listTags("team/app").toList());
        }
    }

    private Throwable readingBehind(RawServer.Script script) {
        try (RawServer odd = RawServer.plain(script)) {
            Throwable failure = reading(odd.port());
            assertThat(odd.heads())
                    .isNotEmpty()
                    .allMatch(head -> head.startsWith("CONNECT "))
                    .noneMatch(head -> head.contains("\r\nAuthorization:"));
            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertThat(all.toString()).doesNotContain(PASSWORD).doesNotContain("cHIwe");
            return failure;
        }
    }

    @Test
    void where_the_jvm_lets_basic_open_tunnels_the_proxy_gets_its_account_and_the_registry_its_own() throws Exception {
        String said = ListTagsThroughProxy.inItsOwnJvm(
                PROPERTY, registry.url(), proxy.port(), USER, PASSWORD, AUTHORITY.writeCaPem(folder.resolve("ca.pem")));
        assertThat(said).isEqualTo("[1.0]");
        assertThat(registry.heads()).hasSizeGreaterThan(1).last().asString().contains(OWN_ACCOUNT);
        assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.contains("\r\nProxy-Authorization: Basic "));
        assertThat(proxy.tunnelled()).isNotEmpty().doesNotContain("Authorization", "dXNlcjpwYXNz", "cHIwe");
    }

    @Test
    void where_it_does_not_the_failure_names_the_property() {
        assertThat(reading(proxy.port()))
                .isInstanceOf(ProxyRefusedException.class)
                .hasMessageContainingAll("the proxy 127.0.0.1:" + proxy.port(), "407", PROPERTY)
                .hasMessageNotContaining(PASSWORD);
        assertThat(registry.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "302 Elsewhere", "405 No"})
    void a_proxy_that_opens_no_tunnel_to_the_host_is_named(String status) {
        assertThat(readingBehind((head, socket) -> RawServer.say(socket, status, "", "no\r\n" + head)))
                .isInstanceOf(ProxyRefusedException.class)
                .hasMessageContainingAll("does not connect to 127.0.0.1:" + registry.port(), status.substring(0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"502 Bad Gateway", "503 Busy", "504 Late"})
    void a_proxy_that_does_not_reach_the_registry_is_no_refusal(String status) {
        assertThat(readingBehind((head, socket) -> RawServer.say(socket, status, "", "")))
                .isExactlyInstanceOf(UnreachableException.class)
                .hasMessageContaining(status.substring(0, 3));
    }

    @Test
    void a_407_whose_body_never_ends_does_not_hold_the_call() {
        assertThat(readingBehind((head, socket) -> {
                    RawServer.send(socket, "HTTP/1.1 407 No\r\nContent-Length: 100000\r\n\r\nwho");
                    RawServer.hold(socket);
                }))
                .isInstanceOfAny(ProxyRefusedException.class, DeadlineExceededException.class);
    }

    @Test
    void a_401_to_the_tunnel_is_about_the_proxys_account() {
        assertThat(readingBehind((head, socket) -> RawServer.say(socket, "401 Unauthorized", "", "")))
                .isInstanceOf(ProxyRefusedException.class)
                .hasMessageContaining("wants other credentials (401)");
    }

    @Test
    void a_407_without_a_challenge_is_one_too() {
        assertThat(readingBehind((head, socket) -> RawServer.say(socket, "407 No", "", "")))
                .isInstanceOf(ProxyRefusedException.class);
    }

    @Test
    void a_proxy_that_says_nothing_is_given_up() {
        assertThat(readingBehind((head, socket) -> RawServer.hold(socket)))
                .isInstanceOf(DeadlineExceededException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "HTTP/1.1 200", "SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n", "HTTP/1.1 200 Fine\r\n\r\nnot TLS at all"
            })
    void what_is_no_proxy_is_a_typed_failure(String raw) {
        assertThat(readingBehind((head, socket) -> {
                    RawServer.send(socket, raw);
                    throw new IOException("that is all");
                }))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining(":" + registry.port() + " through the proxy 127.0.0.1:");
    }

    @Test
    void a_tunnel_that_is_cut_is_no_answer() {
        assertThat(readingBehind((head, socket) -> {
                    RawServer.send(socket, "HTTP/1.1 200 Fine\r\n\r\n");
                    throw new IOException("cut");
                }))
                .isInstanceOf(NoResponseException.class);
    }

    @Test
    void a_proxy_that_is_not_there_is_named_and_not_the_registry() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(reading(port))
                .isExactlyInstanceOf(UnreachableException.class)
                .hasMessageContaining("no connection to the proxy 127.0.0.1:" + port);
    }

    @Test
    void a_proxy_of_an_unknown_name_is_named_and_not_the_registry() {
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                .proxy(ProxySettings.of("does-not-exist.invalid", 3128))
                .build()) {
            assertThat(catchThrowable(() -> client.listTags("team/app").toList()))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("unknown host of the proxy does-not-exist.invalid:3128");
        }
    }
}
