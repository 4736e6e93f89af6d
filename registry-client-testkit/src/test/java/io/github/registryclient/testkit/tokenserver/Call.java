package io.github.registryclient.testkit.tokenserver;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;

/** One request by the JDK's client, as a test writes it. */
public final class Call {
    private static final HttpClient SHARED = HttpClient.newHttpClient();

    private final HttpRequest.Builder request;
    private HttpClient client = SHARED;

    private Call(String method, URI uri, String body) {
        request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    public static Call get(URI uri) {
        return of("GET", uri);
    }

    public static Call of(String method, URI uri) {
        return new Call(method, uri, "");
    }

    /** Names and values of a form, one after the other. */
    static Call post(URI uri, String... form) {
        return new Call("POST", uri, form(form)).header("Content-Type", "application/x-www-form-urlencoded");
    }

    static String form(String... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : "&").append(pairs[i]).append('=');
            text.append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Call basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call trusting(SSLContext context) {
        client = HttpClient.newBuilder().sslContext(context).build();
        return this;
    }

    public HttpResponse<String> send() throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public int status() throws IOException, InterruptedException {
        return send().statusCode();
    }

    public List<String> challenges() throws IOException, InterruptedException {
        return send().headers().allValues("WWW-Authenticate");
    }
}
