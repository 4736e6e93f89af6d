package io.github.registryclient.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A registry whose tokens come from {@code /token} of the same server, as distribution has it unless a test changes a part. It
 * notes who asked for what: {@code GET /v2/_catalog t1}, {@code GET user:pass repository:team/app:pull}.
 */
final class PlayedTokenRegistry implements AutoCloseable {
    /** Answers a request for a token: the credentials or an empty text, and the scopes. */
    interface Desk {
        void answer(Exchange exchange, String account, List<String> scopes) throws IOException;
    }

    /** Answers a request instead of the registry; false leaves it to the registry. */
    interface Before {
        boolean answers(Exchange exchange, String authorization) throws IOException;
    }

    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Exchange> tokenRequests = new CopyOnWriteArrayList<>();
    final Map<String, List<String>> tokens = new ConcurrentHashMap<>();
    Desk desk = (exchange, account, scopes) -> grant(exchange, scopes, "");
    Before before = (exchange, authorization) -> false;
    String challengeEnd = "";
    private final AtomicInteger count = new AtomicInteger();
    private final ScriptedServer server = new ScriptedServer(this::serve);

    String url() {
        return server.url();
    }

    int port() {
        return server.port();
    }

    String realm() {
        return server.url() + "/token";
    }

    int mostConnections() {
        return server.mostConnections();
    }

    List<Exchange> exchanges() {
        return server.exchanges();
    }

    private void serve(Exchange exchange) throws IOException {
        String path = exchange.line().substring(exchange.method().length() + 1);
        if (path.startsWith("/token")) {
            tokenRequests.add(exchange);
            List<String> scopes = scopes(exchange, path);
            String account = basic(exchange);
            asked.add((exchange.method() + " " + account + " " + String.join(" ", scopes))
                    .replaceAll(" +", " ")
                    .strip());
            desk.answer(exchange, account, scopes);
            return;
        }
        String authorization = authorization(exchange);
        seen.add(exchange.method() + " " + path + (authorization.isEmpty() ? "" : " " + authorization));
        if (!before.answers(exchange, authorization)) {
            judge(exchange, path, authorization);
        }
    }

    private void judge(Exchange exchange, String path, String authorization) throws IOException {
        String needed = needed(exchange, path);
        List<String> granted = tokens.get(authorization);
        if (granted == null) {
            challenge(exchange, needed, authorization.isEmpty() ? "" : "invalid_token");
        } else if (!needed.isEmpty() && granted.stream().noneMatch(scope -> covers(scope, needed))) {
            challenge(exchange, needed, "insufficient_scope");
        } else {
            show(exchange, path);
        }
    }

    /** The refusal of distribution. */
    void challenge(Exchange exchange, String scope, String error) throws IOException {
        exchange.reply(
                401,
                Samples.error("UNAUTHORIZED", "authentication required"),
                "Docker-Distribution-Api-Version: registry/2.0",
                "WWW-Authenticate: " + bearer(scope, error) + challengeEnd);
    }

    String bearer(String scope, String error) {
        return "Bearer realm=\"" + realm() + "\",service=\"played\""
                + (scope.isEmpty() ? "" : ",scope=\"" + scope + "\"")
                + (error.isEmpty() ? "" : ",error=\"" + error + "\"");
    }

    /** What it shows whom it lets in. */
    void show(Exchange exchange, String path) throws IOException {
        if (exchange.method().equals("DELETE")) {
            exchange.reply(202, "");
        } else if (path.contains("/manifests/")) {
            exchange.reply(
                    200,
                    Samples.MANIFEST,
                    "Content-Type: " + Samples.OCI_MANIFEST,
                    "Docker-Content-Digest: " + Samples.sha256(Samples.MANIFEST));
        } else if (path.contains("/tags/list")) {
            exchange.reply(200, "{\"tags\":[\"1.0\"]}", "Content-Type: application/json");
        } else if (path.contains("_catalog")) {
            exchange.reply(200, "{\"repositories\":[\"team/app\"]}", "Content-Type: application/json");
        } else if (path.equals("/v2/")) {
            exchange.reply(200, "{}", "Docker-Distribution-Api-Version: registry/2.0");
        } else {
            exchange.reply(404, Samples.error("BLOB_UNKNOWN", ""), "Docker-Distribution-Api-Version: registry/2.0");
        }
    }

    /** Gives a new token for the scopes; more fields begin with a comma. */
    void grant(Exchange exchange, List<String> scopes, String fields) throws IOException {
        String token = "t" + count.incrementAndGet();
        tokens.put(token, scopes);
        exchange.reply(
                200,
                "{\"token\":\"" + token + "\",\"expires_in\":300" + fields + "}",
                "Content-Type: application/json");
    }

    private static String needed(Exchange exchange, String path) {
        if (path.startsWith("/v2/_catalog")) {
            return "registry:catalog:*";
        }
        String name = path.replaceFirst("^/v2/", "").replaceFirst("/(manifests|tags|blobs|referrers)/.*", "");
        switch (exchange.method()) {
            case "GET":
            case "HEAD":
                return name.isEmpty() ? "" : "repository:" + name + ":pull";
            case "DELETE":
                return "repository:" + name + ":delete";
            default:
                return "repository:" + name + ":pull,push";
        }
    }

    private static boolean covers(String granted, String needed) {
        int colon = needed.lastIndexOf(':') + 1;
        List<String> actions =
                List.of(granted.substring(granted.lastIndexOf(':') + 1).split(",", -1));
        return granted.startsWith(needed.substring(0, colon))
                && (actions.contains("*")
                        || actions.containsAll(List.of(needed.substring(colon).split(",", -1))));
    }

    private static String authorization(Exchange exchange) {
        return exchange.header("Authorization")
                .map(value -> value.startsWith("Bearer ") ? value.substring(7) : basic(exchange))
                .orElse("");
    }

    private static String basic(Exchange exchange) {
        return exchange.header("Authorization")
                .filter(value -> value.startsWith("Basic "))
                .map(value -> new String(Base64.getDecoder().decode(value.substring(6)), UTF_8))
                .orElse("");
    }

    private static List<String> scopes(Exchange exchange, String path) {
        List<String> scopes = new ArrayList<>();
        String query = exchange.method().equals("POST")
                ? new String(exchange.body(), UTF_8)
                : path.substring(path.indexOf('?') + 1);
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("scope=")) {
                scopes.addAll(List.of(java.net.URLDecoder.decode(parameter.substring(6), UTF_8)
                        .split(" ", -1)));
            }
        }
        return scopes;
    }

    /** The scopes without one action, as a server grants less than was asked for. */
    static List<String> without(List<String> scopes, String action) {
        return scopes.stream()
                .map(scope ->
                        scope.replaceAll("([:,])" + action + "(,|$)", "$1").replaceAll("[:,]$", ""))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        server.close();
    }
}
