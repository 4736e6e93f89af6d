package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy is on the way to an address, as settings and environment variables say it. */
class ProxySettingsTest {
    private static final ProxySettings SETTINGS = ProxySettings.of("proxy.example", 3128);

    /** Host and port of the proxy that the JDK is told of, or {@code direct}. */
    private static String way(ProxySettings settings, String uri) {
        Proxy proxy = settings.routes().select(URI.create(uri)).get(0);
        InetSocketAddress address = (InetSocketAddress) proxy.address();
        return proxy.type() == Proxy.Type.DIRECT ? "direct" : address.getHostString() + ":" + address.getPort();
    }

    private static ProxySettings environment(String... namesAndValues) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ProxySettings.ofEnvironment(variables);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example/v2/", "https://a.example:5000/v2/", "http://localhost/", "https://[::1]/"})
    void one_proxy_is_for_everything(String uri) {
        assertThat(way(SETTINGS, uri)).isEqualTo("proxy.example:3128");
        assertThat(way(ProxySettings.none(), uri)).isEqualTo("direct");
    }

    /** Expectations from the documentation of golang.org/x/net/http/httpproxy. */
    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, true",
        "example.com, EXAMPLE.com, true",
        "Example.COM, example.com, true",
        "example.com, a.example.com, true",
        "example.com, a.b.example.com., true",
        "example.com, notexample.com, false",
        "example.com, example.com.evil, false",
        ".example.com, a.example.com, true",
        ".example.com, example.com, false",
        "*.example.com, a.example.com, true",
        "*.example.com, example.com, false",
        "*, anything.example, true",
        "*, 10.0.0.1, true",
        "example.com:5000, example.com:5000, true",
        "example.com:5000, example.com, false",
        "example.com:443, example.com, true",
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.11, false",
        "10.0.0.1:5000, 10.0.0.1:5000, true",
        "10.0.0.1:5000, 10.0.0.1, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3/15, 10.0.255.255, true",
        "10.1.2.3/15, 10.2.0.0, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, [2001:db8::1], false",
        "10.0.0.0/8, ten.example, false",
        "2001:db8::/32, [2001:db8:1::1], true",
        "2001:db8::/32, [2001:db9::1], false",
        "::1, [::1], true",
        "[::1]:5000, [::1]:5000, true",
        "[::1]:5000, [::1], false",
        "my_host, my-host, false",
    })
    void hosts_are_reached_without_it_as_no_proxy_names_them(String rule, String host, boolean direct) {
        String expected = direct ? "direct" : "proxy.example:3128";
        assertThat(way(SETTINGS.except(rule), "https://" + host + "/v2/")).isEqualTo(expected);
        ProxySettings environment =
                environment("HTTPS_PROXY", "http://proxy.example:3128", "no_proxy", "x.example, " + rule + " ,,");
        assertThat(way(environment, "https://" + host + "/v2/"))
                .isEqualTo(host.equals("[::1]") || host.equals("[::1]:5000") ? "direct" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "http://a",
                "10.0.0.0/33",
                "10.0.0.1/8/8",
                "a..b",
                "*a",
                "a*",
                "192.168.*",
                "[::1",
                "/8"
            })
    void what_is_no_host_is_refused_in_settings_and_passed_over_in_the_environment(String rule) {
        assertThatThrownBy(() -> SETTINGS.except(rule)).isInstanceOf(InvalidInputException.class);
        ProxySettings environment = environment("HTTPS_PROXY", "proxy.example", "NO_PROXY", rule + ",b.example");
        assertThat(way(environment, "https://a.example/")).isEqualTo("proxy.example:80");
        assertThat(way(environment, "https://b.example/")).isEqualTo("direct");
    }

    @Test
    void the_environment_has_a_proxy_for_each_scheme_and_none_for_this_machine() {
        ProxySettings settings = environment(
                "HTTP_PROXY", "http://plain.example:1", "https_proxy", "tls.example:2/", "HTTPS_PROXY", " ");
        assertThat(way(settings, "http://a.example/")).isEqualTo("plain.example:1");
        assertThat(way(settings, "https://a.example/")).isEqualTo("tls.example:2");
        assertThat(way(settings, "http://localhost:5000/")).isEqualTo("direct");
        assertThat(way(settings, "https://127.8.8.8/")).isEqualTo("direct");
        assertThat(way(settings, "https://[::1]/")).isEqualTo("direct");
        assertThat(way(environment(), "https://a.example/")).isEqualTo("direct");
    }

    @Test
    void capitals_come_first() {
        ProxySettings settings = environment("https_proxy", "small.example:1", "HTTPS_PROXY", "large.example:2");
        assertThat(way(settings, "https://a.example/")).isEqualTo("large.example:2");
    }

    @Test
    void a_web_servers_visitor_does_not_choose_the_proxy() {
        ProxySettings settings = environment("HTTP_PROXY", "evil.example:1", "REQUEST_METHOD", "GET");
        assertThat(way(settings, "http://a.example/")).isEqualTo("direct");
    }

    @Test
    void the_account_stands_before_the_host_percent_encoded() {
        ProxySettings settings = environment("HTTPS_PROXY", "http://us%40er:5e%3Acre+7@proxy.example:3128");
        var account = settings.routes().server(URI.create("https://a.example/")).credentials();
        assertThat(account.username()).isEqualTo("us@er");
        assertThat(account.password()).isEqualTo("5e:cre+7");
        assertThat(settings).hasToString("https by proxy.example:3128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:5ecre7@proxy.example:3128",
                "socks5://user:5ecre7@proxy.example",
                "http://user:5ecre7@proxy.example:99999",
                "http://user:5ecre7@proxy.example:port",
                "http://user:5ecre7@",
                "http://user:5ecre7%@proxy.example",
                "http://5ecre7@proxy.example",
                "http://:5ecre7@proxy.example",
                "http://user:5ecre7@proxy.example/path",
                "user:5ecre7",
                "http://user:5ecre7@pro xy",
                "http://user:5ecre7\n@proxy.example",
            })
    void a_variable_that_names_no_http_proxy_is_refused_and_not_quoted(String value) {
        assertThatThrownBy(() -> environment("HTTPS_PROXY", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("5ecre7")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://proxy", "user@proxy", "proxy:3128", "a b", "a/b", "pröxy"})
    void a_host_that_is_none_is_refused(String host) {
        assertThatThrownBy(() -> ProxySettings.of(host, 3128)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void a_port_that_is_none_is_refused(int port) {
        assertThatThrownBy(() -> ProxySettings.of("proxy", port)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_ipv6_address_may_have_brackets_or_not() {
        assertThat(ProxySettings.of("[2001:db8::1]", 3128)).hasToString("[2001:db8::1]:3128");
        assertThat(ProxySettings.of("2001:db8::1", 3128)).hasToString("[2001:db8::1]:3128");
    }

    @Test
    void passwords_are_for_proxies_only_and_never_shown() {
        ProxySettings settings = SETTINGS.withCredentials("user", "5ecre7").except("a.example", "10.0.0.0/8");
        assertThat(settings).hasToString("proxy.example:3128 except [a.example, 10.0.0.0/8]");
        assertThat(HttpRegistryClient.builder("https://a.example")
                        .proxy(settings)
                        .build()
                        .toString())
                .doesNotContain("5ecre7");
        assertThatThrownBy(() -> ProxySettings.none().withCredentials("user", "5ecre7"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("5ecre7");
        assertThatThrownBy(() -> SETTINGS.withCredentials("us:er", "5ecre7"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("5ecre7");
    }
}
