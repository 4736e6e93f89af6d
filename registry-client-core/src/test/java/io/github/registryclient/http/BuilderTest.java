package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can be told, and what it does not take. */
class BuilderTest {
    private static HttpRegistryClientBuilder builder() {
        return HttpRegistryClient.builder("https://registry.example.com");
    }

    private static void assertRefused(Runnable setting, String name) {
        assertThatThrownBy(setting::run)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
    void page_sizes_and_concurrencies_out_of_bounds_are_refused(int value) {
        assertRefused(() -> builder().pageSize(value), "1000");
        assertRefused(() -> builder().concurrency(value), "concurrency");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1023, (1 << 30) + 1})
    void page_limits_out_of_bounds_are_refused(int value) {
        assertRefused(() -> builder().maxPageBytes(value), "page limit");
    }

    @Test
    void timeouts_out_of_bounds_are_refused() {
        List<BiConsumer<HttpRegistryClientBuilder, Duration>> settings = List.of(
                HttpRegistryClientBuilder::connectTimeout,
                HttpRegistryClientBuilder::attemptTimeout,
                HttpRegistryClientBuilder::callTimeout,
                HttpRegistryClientBuilder::deleteTimeout,
                HttpRegistryClientBuilder::uploadTimeout);
        for (BiConsumer<HttpRegistryClientBuilder, Duration> setting : settings) {
            for (Duration bad : List.of(
                    Duration.ZERO,
                    Duration.ofNanos(999_999),
                    Duration.ofMillis(-1),
                    Duration.ofDays(1).plusNanos(1),
                    Duration.ofSeconds(Long.MAX_VALUE))) {
                assertRefused(() -> setting.accept(builder(), bad), "timeout");
            }
            assertThatCode(() -> setting.accept(builder(), Duration.ofMillis(1)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> setting.accept(builder(), Duration.ofDays(1))).doesNotThrowAnyException();
            assertThatThrownBy(() -> setting.accept(builder(), null)).isInstanceOf(NullPointerException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " x", "a\r\nX-Injected: 1", "a\tb", "jürgen", "a\u0000"})
    void user_agents_that_are_no_header_value_are_refused(String value) {
        assertRefused(() -> builder().userAgent(value), "user agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a\nb"})
    void user_names_that_basic_cannot_carry_are_refused(String name) {
        assertRefused(() -> builder().credentials(name, "x"), "user name");
    }

    @Test
    void an_authenticator_and_a_cookie_handler_are_refused() {
        assertRefused(
                () -> builder()
                        .httpClient(HttpClient.newBuilder().authenticator(new Authenticator() {}))
                        .build(),
                "authenticator");
        assertRefused(
                () -> builder()
                        .httpClient(HttpClient.newBuilder().cookieHandler(new CookieManager()))
                        .build(),
                "cookie");
    }

    @Test
    void redirects_and_http_version_are_set_whatever_the_users_builder_says() {
        try (ScriptedServer elsewhere = new ScriptedServer(exchange -> exchange.reply(200, "blob"));
                ScriptedServer server = new ScriptedServer(exchange -> exchange.reply(
                        exchange.header("Authorization").isPresent() ? 307 : 401,
                        "",
                        "WWW-Authenticate: Basic realm=\"r\"",
                        "Location: " + elsewhere.url() + "/b"));
                HttpRegistryClient client = HttpRegistryClient.builder(server.url())
                        .httpClient(HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.ALWAYS)
                                .version(HttpClient.Version.HTTP_2))
                        .credentials("user", "pass")
                        .build()) {
            client.findBlobSize(RepositoryName.of("team/app"), Digest.of(Samples.sha256("blob")));
            assertThat(server.exchanges().get(0).headerNames()).doesNotContain("upgrade", "http2-settings");
            assertThat(elsewhere.exchanges().get(0).headerNames()).doesNotContain("authorization");
        }
    }

    @Test
    void over_plain_http_nothing_asks_for_http_2_even_where_it_is_preferred() {
        try (ScriptedServer server = new ScriptedServer(
                        exchange -> exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256("x")));
                HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).preferHttp2().build()) {
            client.getManifestDigest("team/app", "1.0");
            assertThat(server.exchanges().get(0).headerNames()).doesNotContain("upgrade", "http2-settings");
        }
    }

    @Test
    void the_users_proxy_is_used() {
        try (ScriptedServer proxy = new ScriptedServer(
                        exchange -> exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256("x")));
                HttpRegistryClient client = HttpRegistryClient.builder("http://registry.example")
                        .httpClient(HttpClient.newBuilder()
                                .proxy(ProxySelector.of(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()))))
                        .build()) {
            client.getManifestDigest("team/app", "1.0");
            assertThat(proxy.exchanges().get(0).line())
                    .isEqualTo("HEAD http://registry.example/v2/team/app/manifests/1.0");
        }
    }

    @Test
    void a_builder_may_be_used_again() throws NoSuchAlgorithmException {
        HttpRegistryClientBuilder builder = builder().sslContext(SSLContext.getDefault());
        try (HttpRegistryClient one = builder.build();
                HttpRegistryClient two = builder.concurrency(2).build()) {
            assertThat(one).isNotSameAs(two).hasToString("registry at https://registry.example.com");
        }
    }
}
