package io.github.registryclient.testkit.tokenserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests of all kinds, and what a registry answers to them as far as it is about credentials. */
final class Asked {
    private static final String DIGEST = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    static final List<String> REQUESTS = List.of(
            "GET /v2/",
            "GET /v2/_catalog",
            "GET /v2/a/b/tags/list",
            "HEAD /v2/a/b/manifests/x",
            "GET /v2/a/b/blobs/" + DIGEST,
            "PUT /v2/a/b/manifests/x",
            "DELETE /v2/a/b/manifests/" + DIGEST,
            "DELETE /v2/a/b/blobs/" + DIGEST,
            "POST /v2/a/b/blobs/uploads/",
            "POST /v2/a/b/blobs/uploads/?mount=" + DIGEST + "&from=c/d",
            "PATCH /v2/a/b/blobs/uploads/5f8e4a24-59c5-4f25-9e9c-111111111111",
            "GET /v2/no-such-path");

    private static final Pattern SCOPE = Pattern.compile("scope=\"([^\"]*)\"");

    private Asked() {}

    /** One line: the request, the status, and where that is 401 the challenges and the body. */
    static String line(URI registry, String request, UnaryOperator<Call> credentials) throws Exception {
        String[] parts = request.split(" ", -1);
        HttpResponse<String> answer =
                credentials.apply(Call.of(parts[0], registry.resolve(parts[1]))).send();
        if (answer.statusCode() != 401) {
            return request + " -> " + (answer.statusCode() == 404 && request.endsWith("path") ? "no path" : "let in");
        }
        List<String> challenges = answer.headers().allValues("WWW-Authenticate").stream()
                .map(Asked::inOrder)
                .collect(Collectors.toList());
        return request + " -> 401 " + challenges + " " + mediaType(answer) + " "
                + answer.headers().firstValue("Docker-Distribution-Api-Version") + " " + body(answer);
    }

    /** Distribution writes scopes and actions in the order of a Go map, which is none. */
    private static String inOrder(String challenge) {
        Matcher scope = SCOPE.matcher(challenge);
        return scope.replaceAll(match -> Stream.of(match.group(1).split(" ", -1))
                .map(text -> {
                    int colon = text.lastIndexOf(':') + 1;
                    return text.substring(0, colon)
                            + Arrays.stream(text.substring(colon).split(",", -1))
                                    .sorted()
                                    .collect(Collectors.joining(","));
                })
                .sorted()
                .collect(Collectors.joining(" ", "scope=\"", "\"")));
    }

    /** Distribution 2.8 adds a charset, 3 does not. */
    private static String mediaType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none").replace("; charset=utf-8", "");
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
