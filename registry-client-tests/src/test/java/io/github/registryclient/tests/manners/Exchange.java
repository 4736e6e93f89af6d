package io.github.registryclient.tests.manners;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is sent to several registries, by a client that is not ours. Immutable. */
final class Exchange {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    private Exchange(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /** A request without a body, such as {@code GET /v2/_catalog?n=2}. */
    static Exchange of(String line) {
        int space = line.indexOf(' ');
        return new Exchange(line.substring(0, space), line.substring(space + 1), Map.of(), new byte[0]);
    }

    Exchange header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Exchange(method, target, more, body);
    }

    Exchange body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Exchange body(byte[] bytes) {
        return new Exchange(method, target, headers, bytes);
    }

    /** What a registry answers, or that it did not. */
    Answer with(URI registry) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(registry + target));
        headers.forEach(request::header);
        request.method(
                method,
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return Answer.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Answer.none();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return method + " " + target + (headers.isEmpty() ? "" : " " + headers);
    }
}
