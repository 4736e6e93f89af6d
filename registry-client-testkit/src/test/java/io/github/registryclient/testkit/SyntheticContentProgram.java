package io.github.registryclient.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Serves a million tags of 300,000 images, and a hundred thousand repositories, and reads what it is told to. */
final class SyntheticContentProgram {
    private static final SyntheticContent CONTENT =
            SyntheticContent.seeded(1).tags("big/app", 1_000_000, 300_000).repositories("many", 100_000);

    private final HttpClient http = HttpClient.newHttpClient();
    private long names;
    private String first = "";
    private String last = "";

    private SyntheticContentProgram() {}

    public static void main(String[] args) throws Exception {
        SyntheticContentProgram reader = new SyntheticContentProgram();
        try (EmbeddedRegistry registry = start()) {
            System.out.println(
                    args[1].equals("digest")
                            ? reader.digests(registry, args[0])
                            : reader.list(registry.uri(), args[0], args[1]));
        }
    }

    private static EmbeddedRegistry start() {
        return EmbeddedRegistry.builder().synthetic(CONTENT).start();
    }

    private String list(URI registry, String target, String prefix) throws Exception {
        int answers = 0;
        for (String next = target; !next.isEmpty(); answers++) {
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(registry.resolve(next)).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (Reader body = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.US_ASCII))) {
                StringBuilder text = new StringBuilder();
                for (int c = body.read(); c >= 0; c = body.read()) {
                    if (c == '"') {
                        name(text.toString(), prefix);
                        text.setLength(0);
                    } else {
                        text.append((char) c);
                    }
                }
            }
            String link = answer.headers().firstValue("Link").orElse("");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        return names + " names in " + answers + " answers, " + first + " to " + last;
    }

    private void name(String token, String prefix) {
        if (!token.startsWith(prefix) || token.length() != prefix.length() + 7) {
            return; // what stands between the names
        }
        if (token.compareTo(last) <= 0) {
            throw new AssertionError(token + " comes behind " + last);
        }
        names++;
        first = first.isEmpty() ? token : first;
        last = token;
    }

    private String digests(EmbeddedRegistry registry, String tag) throws Exception {
        String digest;
        try (EmbeddedRegistry other = start()) {
            digest = head(other, tag)
                    .headers()
                    .firstValue("Docker-Content-Digest")
                    .orElseThrow();
        }
        String target = tag.substring(0, tag.lastIndexOf('/') + 1) + digest;
        int found = head(registry, target).statusCode();
        int tagged = head(registry, tag).statusCode();
        int unknown = head(registry, target.substring(0, target.length() - 4) + "abab")
                .statusCode();
        int deleted = send(registry, target, "DELETE").statusCode();
        int gone = head(registry, tag).statusCode();
        int left = registry.snapshot().repository("big/app").syntheticTags();
        return "of another registry: " + found + " " + tagged + ", unknown: " + unknown + ", deleted: " + deleted
                + ", and then " + gone + (left == 999_997 ? ", three tags less" : ", " + left + " tags left");
    }

    private HttpResponse<Void> head(EmbeddedRegistry registry, String target) throws Exception {
        return send(registry, target, "HEAD");
    }

    private HttpResponse<Void> send(EmbeddedRegistry registry, String target, String method)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(registry.uri().resolve(target))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding());
    }
}
