package io.github.registryclient.http.origin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.ProxySettings;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All hosts there are, played by one proxy, so that they may have any name: {@code registry.example}, the token server that it
 * names, and everybody else, who may see no secret. What is asked for by https ends at the CONNECT.
 */
final class World implements AutoCloseable {
    static final String REGISTRY = "http://registry.example";
    static final String TOKENS = "http://tokens.example";
    static final String ACCESS = "5ecre7-acce55-token";
    static final String REFRESH = "5ecre7-refre5h-token";
    static final String TOKEN_CHALLENGE = "Bearer realm=\"" + TOKENS + "/t\",service=\"s\"";

    private final Secret secret;
    private final ScriptedServer proxy = new ScriptedServer(this::serve);
    String challenge;
    String tokens = TOKENS;
    /** What the registry says to whom it lets in, and the token server in the place of a token. */
    ScriptedServer.Script registry = World::show;

    ScriptedServer.Script tokenServer = World::grant;
    ScriptedServer.Script elsewhere = World::show;

    World(Secret secret) {
        this.secret = secret;
        this.challenge = secret.challenge();
    }

    HttpRegistryClientBuilder client() {
        HttpRegistryClientBuilder client = HttpRegistryClient.builder(REGISTRY)
                .proxy(ProxySettings.of("127.0.0.1", proxy.port()))
                .allowPlainHttpCredentials()
                .allowRedirectsIntoPrivateNetworks()
                .retries(0);
        secret.giveTo(client);
        return client;
    }

    private void serve(Exchange exchange) throws IOException {
        switch (role(exchange)) {
            case "registry":
                if (challenge.isEmpty() || secret.provesIn(exchange.head())) {
                    registry.serve(exchange);
                } else {
                    exchange.reply(401, Samples.error("UNAUTHORIZED", ""), "WWW-Authenticate: " + challenge);
                }
                break;
            case "tokens":
                tokenServer.serve(exchange);
                break;
            default:
                elsewhere.serve(exchange);
        }
    }

    private String role(Exchange exchange) {
        if (exchange.method().equals("CONNECT")) {
            return "elsewhere";
        }
        URI uri = URI.create(exchange.line().split(" ", 2)[1]);
        String origin = (uri.getScheme() + "://" + uri.getRawAuthority())
                .toLowerCase(Locale.ROOT)
                .replaceFirst(":80$", "");
        if (origin.equals(tokens) && uri.getRawPath().equals("/t")) {
            return "tokens";
        }
        return origin.equals(REGISTRY) ? "registry" : "elsewhere";
    }

    static void show(Exchange exchange) throws IOException {
        if (exchange.method().equals("CONNECT")) {
            exchange.reply(403, "");
        } else if (exchange.line().contains("/blobs/") && !exchange.method().equals("HEAD")) {
            exchange.reply(200, "blob", "Content-Type: application/octet-stream");
        } else if (exchange.line().contains("/manifests/")) {
            exchange.reply(200, Samples.MANIFEST, "Content-Type: " + Samples.OCI_MANIFEST);
        } else {
            exchange.reply(200, "{\"name\":\"team/app\",\"tags\":[\"1.0\"]}", "Content-Type: application/json");
        }
    }

    private static void grant(Exchange exchange) throws IOException {
        String refresh = exchange.method().equals("POST") ? ",\"refresh_token\":\"" + REFRESH + "\"" : "";
        exchange.reply(
                200,
                "{\"access_token\":\"" + ACCESS + "\",\"expires_in\":300" + refresh + "}",
                "Content-Type: application/json");
    }

    List<Exchange> seenBy(String role) {
        return proxy.exchanges().stream()
                .filter(exchange -> role(exchange).equals(role))
                .collect(Collectors.toList());
    }

    /** The registry was shown the secret, so that it could have gone astray, and nobody else was. */
    void assertNobodyElseSawIt() {
        assertThat(seenBy("registry")).as("asked with the secret").anyMatch(exchange -> secret.isIn(exchange.head()));
        assertThat(seenBy("elsewhere"))
                .noneMatch(exchange -> secret.isIn(exchange.head()) || secret.isIn(new String(exchange.body(), UTF_8)))
                .noneMatch(exchange -> exchange.header("Authorization").isPresent()
                        || exchange.header("Proxy-Authorization").isPresent());
    }

    @Override
    public void close() {
        proxy.close();
    }
}
