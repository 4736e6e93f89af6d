package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header with a secret goes to the registry's own origin and nowhere else, and is never shown. */
class SecretHeaderTest {
    private static final String SECRET = "5ecre7 h3ader";

    private final PlayedTokenRegistry registry = new PlayedTokenRegistry();
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest digest = Digest.of(Samples.sha256("blob"));

    @AfterEach
    void stop() {
        registry.close();
    }

    private HttpRegistryClientBuilder builder() {
        return HttpRegistryClient.builder(registry.url()).secretHeader("X-Gateway-Key", SECRET);
    }

    private static boolean hasIt(Exchange exchange) {
        return exchange.header("X-Gateway-Key").filter(SECRET::equals).isPresent();
    }

    @Test
    void it_goes_with_every_request_to_the_registry_and_with_none_for_a_token() {
        try (HttpRegistryClient client = builder().credentials("user", "pass").build()) {
            client.listTags(app).toList();
            client.with(Credentials.anonymous()).listTags(app).toList();
        }
        assertThat(registry.exchanges())
                .filteredOn(exchange -> !exchange.line().contains("/token"))
                .hasSize(3)
                .allMatch(SecretHeaderTest::hasIt);
        assertThat(registry.tokenRequests).hasSize(2).noneMatch(SecretHeaderTest::hasIt);
    }

    @Test
    void a_view_inherits_it_unless_its_account_has_one_of_that_name() {
        try (HttpRegistryClient client = builder().credentials("user", "pass").build()) {
            client.listTags(app).toList();
            int before = registry.exchanges().size();
            client.with(Credentials.basic("bob", "b-pass").withHeader("x-gateway-key", "of-bob"))
                    .listTags(app)
                    .toList();
            client.with(Credentials.header("X-Tenant", "t-secret"))
                    .listTags(app)
                    .toList();
            List<Exchange> later =
                    registry.exchanges().subList(before, registry.exchanges().size());
            List<Exchange> home = later.stream()
                    .filter(exchange -> !exchange.line().contains("/token"))
                    .collect(Collectors.toList());
            assertThat(home)
                    .as("each asks /v2/ for itself: a gateway may answer other keys otherwise")
                    .extracting(exchange -> exchange.header("X-Gateway-Key").orElse("") + " "
                            + exchange.header("X-Tenant").orElse(""))
                    .containsExactly("of-bob ", "of-bob ", SECRET + " t-secret", SECRET + " t-secret");
            assertThat(home)
                    .allMatch(exchange -> exchange.headerNames().stream()
                                    .filter("x-gateway-key"::equals)
                                    .count()
                            == 1);
            assertThat(registry.tokenRequests)
                    .hasSize(3)
                    .noneMatch(exchange -> exchange.head().contains("of-bob")
                            || exchange.head().contains("t-secret")
                            || hasIt(exchange));
        }
    }

    @Test
    void an_account_s_own_follows_no_redirect_to_another_origin() {
        try (ScriptedServer storage = new ScriptedServer(exchange -> exchange.reply(200, "blob"));
                HttpRegistryClient client = builder()
                        .credentials(CredentialsProvider.fixed(Credentials.header("X-Tenant", "t-secret")))
                        .build()) {
            registry.before = (exchange, authorization) -> {
                if (exchange.line().contains("/blobs/")) {
                    exchange.reply(307, "", "Location: " + storage.url() + "/b");
                } else {
                    exchange.reply(200, "{}");
                }
                return true;
            };
            client.findBlobSize(app, digest);
            assertThat(registry.exchanges())
                    .hasSize(2)
                    .allMatch(exchange -> exchange.head().contains("t-secret"));
            assertThat(storage.exchanges())
                    .singleElement()
                    .matches(exchange -> !exchange.head().contains("t-secret") && !hasIt(exchange));
        }
    }

    @Test
    void it_follows_no_redirect_to_another_origin() {
        try (ScriptedServer storage = new ScriptedServer(exchange -> exchange.reply(200, "blob"));
                HttpRegistryClient client = builder().build()) {
            registry.before = (exchange, authorization) -> {
                exchange.reply(307, "", "Location: " + storage.url() + "/b");
                return true;
            };
            client.findBlobSize(app, digest);
            assertThat(storage.exchanges())
                    .singleElement()
                    .matches(exchange -> exchange.header("X-Gateway-Key").isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500})
    void it_is_not_shown_where_the_registry_quotes_it(int status) {
        registry.before = (exchange, authorization) -> {
            exchange.reply(status, Samples.error("UNKNOWN", "no key " + SECRET), "Content-Type: application/json");
            return true;
        };
        HttpRegistryClientBuilder builder = builder();
        try (HttpRegistryClient client = builder.build()) {
            Throwable failure = catchThrowable(() -> client.listTags(app).toList());
            StringWriter all = new StringWriter();
            failure.printStackTrace(new PrintWriter(all));
            assertThat(List.of(all, client, builder).toString())
                    .contains("no key")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void over_plain_http_to_another_host_it_is_refused() {
        HttpClient.Builder proxied = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), registry.port())));
        try (HttpRegistryClient client = HttpRegistryClient.builder("http://registry.example")
                .httpClient(proxied)
                .secretHeader("X-Gateway-Key", SECRET)
                .build()) {
            assertThatThrownBy(() -> client.listTags(app).toList())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("allowPlainHttpCredentials")
                    .hasMessageNotContaining(SECRET);
        }
        assertThat(registry.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "host",
                "Connection",
                "Content-Length",
                "Expect",
                "UPGRADE",
                "Date",
                "From",
                "Origin",
                "Referer",
                "User-Agent",
                "Accept",
                "Transfer-Encoding",
                "",
                "Proxy-Access-Token",
                "a b",
                "a:b",
                "a\r\nb",
                "ä",
            })
    void names_that_are_taken_or_cannot_be_sent_are_refused(String name) {
        HttpRegistryClientBuilder builder = HttpRegistryClient.builder("https://registry.example");
        assertThatThrownBy(() -> builder.secretHeader(name, SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("header name")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 5ecre7", "5ecre7 ", "5ecre7\r\nX: y", "5ecre7\u0000", "5ecre7é"})
    void values_that_cannot_be_sent_are_refused_and_not_shown(String value) {
        HttpRegistryClientBuilder builder = HttpRegistryClient.builder("https://registry.example");
        assertThatThrownBy(() -> builder.secretHeader("X-Key", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("5ecre7");
    }
}
