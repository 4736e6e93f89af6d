package io.github.registryclient.testkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came back, its body read. */
public final class Answer {
    private final Response response;
    private final String body;

    public Answer(Response response) throws IOException {
        this.response = response;
        this.body = new String(response.body().bytes(), UTF_8);
    }

    public int status() {
        return response.status();
    }

    public String header(String name) {
        return response.header(name).orElse("none");
    }

    public List<String> headers(String name) {
        return response.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    /** Whether the connection ends in it. */
    public boolean isCut() {
        return !response.delivery().toString().isEmpty();
    }

    public String digest() {
        return header("Docker-Content-Digest");
    }

    public long length() {
        return response.body().length();
    }

    public String body() {
        return body;
    }

    /** The location that an upload goes on at, with the digest that ends it. */
    public String end(String digest) {
        return header("Location") + "?digest=" + digest;
    }

    /** Status and error code, such as {@code 404 MANIFEST_UNKNOWN}. */
    public String refusal() {
        int code = body.indexOf("\"code\":\"");
        String text = code < 0 ? "" : " " + body.substring(code + 8, body.indexOf('"', code + 8));
        return status() + text;
    }

    public Answer requireStatus(int status) {
        if (status() != status) {
            throw new AssertionError(this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status() + " " + response.headers() + " " + body;
    }
}
