package io.github.registryclient.http.sentinel;

import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A registry, its token server and its storage in one, that quote what they were sent, and what they know, wherever they can.
 * What a test scripts is asked of it only with credentials.
 */
final class EchoingServer implements AutoCloseable {
    /** What it gives to whom it lets in. */
    static final Sentinel FETCHED = Sentinel.token("F");

    static final Sentinel NEWER = Sentinel.token("N");
    static final String SHOWN = "/v2/team/app/manifests/shown";

    private static final List<String> QUOTING_HEADERS = List.of(
            "Content-Type",
            "Docker-Content-Digest",
            "Location",
            "Link",
            "WWW-Authenticate",
            "Warning",
            "Retry-After",
            "RateLimit-Limit",
            "Content-Range",
            "Docker-Distribution-Api-Version",
            "OCI-Filters-Applied",
            "Content-Encoding",
            "ETag",
            "Date");

    final ScriptedServer server = new ScriptedServer(this::serve);
    private final Account account;
    private final List<Sentinel> known;
    volatile ScriptedServer.Script registry = exchange -> exchange.reply(404, "");
    volatile ScriptedServer.Script desk = this::grant;

    EchoingServer(Account account, List<Sentinel> known) {
        this.account = account;
        this.known = known;
    }

    private void serve(Exchange exchange) throws IOException {
        boolean proven = !exchange.line().endsWith(" /v2/")
                && (account.isHeader() || exchange.header("Authorization").isPresent());
        if (exchange.line().contains(" /token")) {
            desk.serve(exchange);
        } else if (!proven && !exchange.line().contains(" /store/")) {
            exchange.reply(
                    account.isHeader() ? 200 : 401,
                    "",
                    "WWW-Authenticate: " + account.challenge(server.url() + "/token"));
        } else if (exchange.line().equals("HEAD " + SHOWN)) {
            exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256("x"));
        } else {
            registry.serve(exchange);
        }
    }

    private void grant(Exchange exchange) throws IOException {
        exchange.reply(
                200,
                "{\"token\":\"" + FETCHED.text() + "\",\"refresh_token\":\"" + NEWER.text() + "\",\"expires_in\":300}",
                "Content-Type: application/json");
    }

    /** All that it could quote: the whole request, and in each form each secret that whoever is asked there can know. */
    private List<String> quotes(Exchange exchange) {
        List<String> quotes = new ArrayList<>();
        quotes.add(exchange.head());
        boolean registry = exchange.line().matches("\\w+ /(v2/(team/|_catalog)|store/).*");
        boolean desk = account != Account.BEARER && account != Account.OWN_SCHEME && !account.isHeader();
        List<Sentinel> there = registry ? known : desk ? List.of(account.secret()) : List.of();
        there.forEach(secret -> quotes.addAll(secret.quotes()));
        return quotes;
    }

    /** Answers with a status, and quotes in the body and in all headers that the client reads. */
    void quote(Exchange exchange, int status, int style) throws IOException {
        List<String> quotes = quotes(exchange);
        String quote = quotes.get(style % quotes.size());
        String line = quote.replaceAll("[\\r\\n]+", " ").replaceAll("\\p{Cntrl}", "");
        List<String> headers = new ArrayList<>();
        for (String name : QUOTING_HEADERS) {
            int kind = (style + name.length()) % 3;
            if (name.equals("Content-Type") && kind > 0) {
                headers.add(name + ": " + (kind == 1 ? "application/json" : "text/html"));
            } else if (kind < 2 || name.equals("Location")) {
                headers.add(name + ": " + inHeader(name, line, style));
            }
        }
        String body = body(quote, style);
        exchange.reply(status, status == 204 || status == 304 ? "" : body, headers.toArray(new String[0]));
    }

    private String inHeader(String name, String line, int style) {
        List<String> addresses = account.secret().inAddresses();
        String address = addresses.get(style % addresses.size());
        switch (name) {
            case "Location":
                return List.of(
                                "/store/b?sig=" + address,
                                "/store/" + address,
                                server.url() + "/v2/team/app/blobs/uploads/1?_state=" + address,
                                "ftp://host/" + address,
                                "http://user:" + address + "@127.0.0.1/",
                                "http://127.0.0.1:1/b?sig=" + address,
                                address)
                        .get(style % 7);
            case "Link":
                return List.of("<http://other.example/" + address + ">; rel=\"next\"", "<" + line, line)
                        .get(style % 3);
            case "WWW-Authenticate":
                return List.of(
                                "Bearer realm=\"/token/" + address + "\"",
                                "Bearer realm=\"" + server.url() + "/token\",service=\"" + line.replace("\"", "")
                                        + "\",scope=\"" + line.replace("\"", "") + "\",error=\"insufficient_scope\"",
                                line)
                        .get(style % 3);
            case "Warning":
                return "299 - \"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case "RateLimit-Limit":
                return "100, " + line;
            default:
                return line;
        }
    }

    private static String body(String quote, int style) {
        String json = quote.replace("\r", "\\r").replace("\n", "\\n");
        switch (style % 5) {
            case 0:
                return "{\"errors\":[{\"code\":\"" + json + "\",\"message\":\"" + json + "\",\"detail\":{\"sent\":\""
                        + json + "\"}}]}";
            case 1:
                return "<html><title>" + quote + "</title></html>";
            case 2:
                return "{\"error\":\"" + json + "\",\"error_description\":\"" + json + "\",\"details\":\"" + json
                        + "\",\"tags\":{\"" + json + "\":1}}";
            case 3:
                return "{\"schemaVersion\":\"" + json + "\",\"mediaType\":\"" + json + "\",\"token\":\"" + json;
            default:
                return quote;
        }
    }

    /** What is no HTTP, or no longer, with a quote in the place of {@code %s}. */
    void quoteRaw(Exchange exchange, String form, int style) throws IOException {
        List<String> quotes = quotes(exchange);
        exchange.send(String.format(Locale.ROOT, form, quotes.get(style % quotes.size())));
        exchange.cut();
    }

    @Override
    public void close() {
        server.close();
    }
}
