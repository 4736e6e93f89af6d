package io.github.registryclient.tests.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.ProxyRefusedException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.ProxySettings;
import io.github.registryclient.name.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A registry over plain http behind a proxy that wants a password: the proxy alone gets it. */
class PlainProxyTest {
    private static final String USER = "pr0xy-user";
    private static final String PASSWORD = "pr0xy-5ecre7";
    private static final String OWN_ACCOUNT = "Basic dXNlcjpwYXNz"; // user:pass

    private final ForwardProxy proxy = new ForwardProxy(USER, PASSWORD);
    private final RawServer registry = RawServer.plain(RawServer.registry(""));

    @AfterEach
    void stop() {
        proxy.close();
        registry.close();
        assertThat(registry.heads())
                .noneMatch(head -> head.toLowerCase(java.util.Locale.ROOT).contains("proxy-"));
    }

    private ProxySettings settings() {
        return ProxySettings.of("127.0.0.1", proxy.port()).withCredentials(USER, PASSWORD);
    }

    private static HttpRegistryClientBuilder builder(RawServer registry) {
        return HttpRegistryClient.builder("http://registry.test:" + registry.port());
    }

    @Test
    void the_proxy_gets_its_account_unasked_and_the_registry_never_sees_it() {
        try (HttpRegistryClient client = builder(registry).proxy(settings()).build()) {
            assertThat(client.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
            assertThat(client).asString().doesNotContain(PASSWORD);
        }
        assertThat(proxy.heads())
                .singleElement()
                .asString()
                .startsWith("GET http://registry.test:" + registry.port() + "/v2/team/app/tags/list")
                .contains("Proxy-Authorization: Basic ");
        assertThat(registry.heads()).hasSize(1);
    }

    @Test
    void a_host_that_is_reached_without_it_gets_no_proxy_password() {
        try (HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                .proxy(settings().except("127.0.0.0/8"))
                .build()) {
            assertThat(client.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
        }
        assertThat(proxy.heads()).isEmpty();
        assertThat(registry.heads()).hasSize(1);
    }

    @Test
    void a_redirect_from_behind_the_proxy_to_a_host_without_it_does_not_carry_the_password_there() {
        try (RawServer redirecting = RawServer.plain((head, socket) -> RawServer.say(
                        socket, "307 There", "Location: " + registry.url() + "/v2/team/app/tags/list\r\n", ""));
                HttpRegistryClient client = builder(redirecting)
                        .proxy(settings().except("127.0.0.1"))
                        .allowRedirectsIntoPrivateNetworks()
                        .build()) {
            assertThat(client.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
            assertThat(redirecting.heads()).singleElement().asString().doesNotContain("Proxy-");
        }
        assertThat(proxy.heads()).hasSize(1);
        assertThat(registry.heads()).hasSize(1);
    }

    @Test
    void token_servers_are_asked_through_the_proxy_too() {
        try (RawServer tokens = RawServer.plain((head, socket) -> RawServer.say(
                        socket, "200 OK", "Content-Type: application/json\r\n", "{\"token\":\"t0ken\"}"));
                RawServer challenging = RawServer.plain((head, socket) -> {
                    if (head.contains("\r\nAuthorization: Bearer t0ken\r\n")) {
                        RawServer.registry("").serve(head, socket);
                    } else {
                        String challenge = "Bearer realm=\"http://tokens.test:" + tokens.port() + "/t\",service=\"s\"";
                        RawServer.say(socket, "401 No", "WWW-Authenticate: " + challenge + "\r\n", "");
                    }
                });
                HttpRegistryClient client = builder(challenging)
                        .proxy(settings())
                        .credentials("user", "pass")
                        .allowPlainHttpCredentials()
                        .build()) {
            assertThat(client.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
            assertThat(tokens.heads())
                    .singleElement()
                    .asString()
                    .contains(OWN_ACCOUNT)
                    .doesNotContain("Proxy-");
            assertThat(challenging.heads()).isNotEmpty().noneMatch(head -> head.contains("Proxy-"));
        }
        assertThat(proxy.heads()).anyMatch(head -> head.startsWith("GET http://tokens.test:"));
    }

    @Test
    void the_registrys_account_is_not_for_a_proxy_to_read_unless_that_was_allowed() {
        try (RawServer guarded = RawServer.plain(RawServer.registry(OWN_ACCOUNT))) {
            HttpRegistryClientBuilder builder =
                    builder(guarded).proxy(settings()).credentials("user", "pass");
            try (HttpRegistryClient client = builder.build()) {
                assertThatThrownBy(() -> client.listTags("team/app").toList())
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("allowPlainHttpCredentials");
            }
            assertThat(proxy.heads()).noneMatch(head -> head.contains("\r\nAuthorization:"));
            try (HttpRegistryClient client = builder.allowPlainHttpCredentials().build()) {
                assertThat(client.listTags("team/app").toList()).containsExactly(Tag.of("1.0"));
            }
        }
    }

    @Test
    void a_wrong_password_is_refused_once_and_not_shown() {
        ProxySettings wrong = ProxySettings.of("127.0.0.1", proxy.port()).withCredentials(USER, "wr0ng-5ecre7");
        try (HttpRegistryClient client = builder(registry).proxy(wrong).build()) {
            Throwable failure = catchThrowable(() -> client.listTags("team/app").toList());
            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertThat(failure)
                    .isInstanceOf(ProxyRefusedException.class)
                    .hasMessageContainingAll("the proxy 127.0.0.1:" + proxy.port(), "407", "user name and password");
            assertThat(all.toString()).doesNotContain("wr0ng");
        }
        assertThat(proxy.heads()).hasSize(1);
        assertThat(registry.heads()).isEmpty();
    }

    @Test
    void without_an_account_the_failure_says_how_to_give_one() {
        try (HttpRegistryClient client = builder(registry)
                .proxy(ProxySettings.of("127.0.0.1", proxy.port()))
                .build()) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(ProxyRefusedException.class)
                    .hasMessageContaining("withCredentials(");
        }
    }

    @Test
    void a_proxy_of_the_callers_own_selector_that_wants_a_password_is_named_too() {
        HttpClient.Builder own = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
        try (HttpRegistryClient client = builder(registry).httpClient(own).build()) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(ProxyRefusedException.class)
                    .hasMessageContaining(":" + proxy.port());
        }
    }

    @Test
    void a_407_of_a_registry_without_proxy_is_the_registrys() {
        try (RawServer odd = RawServer.plain((head, socket) -> RawServer.say(socket, "407 No", "", ""));
                HttpRegistryClient client = HttpRegistryClient.builder(odd.url())
                        .proxy(ProxySettings.none())
                        .build()) {
            assertThatThrownBy(() -> client.listTags("team/app").toList())
                    .isInstanceOf(io.github.registryclient.error.ErrorResponseException.class)
                    .hasMessageContaining("407");
        }
    }

    @Test
    void what_a_proxy_quotes_of_its_password_is_not_shown() {
        try (RawServer quoting = RawServer.plain((head, socket) -> RawServer.say(
                        socket, "502 Bad", "Content-Type: text/plain\r\n", "I got:\r\n" + head + PASSWORD));
                HttpRegistryClient client = builder(registry)
                        .proxy(ProxySettings.of("127.0.0.1", quoting.port()).withCredentials(USER, PASSWORD))
                        .build()) {
            Throwable failure = catchThrowable(() -> client.listTags("team/app").toList());
            assertThat(failure).hasMessageContainingAll("502", "I got").hasMessageNotContaining(PASSWORD);
            assertThat(failure.getMessage()).doesNotContain("cHIwe");
        }
    }
}
