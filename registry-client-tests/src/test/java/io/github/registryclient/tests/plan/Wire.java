package io.github.registryclient.tests.plan;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pushes documents by plain HTTP, to all registries it knows, and remembers the bytes of blobs: a snapshot has only their sizes. For one thread. */
final class Wire {
    private final HttpClient http;
    private final List<URI> registries;
    private final Map<String, String> blobs = new HashMap<>();
    private final Set<String> pushed = new HashSet<>();

    Wire(HttpClient http, List<URI> registries) {
        this.http = http;
        this.registries = registries;
    }

    /** The bytes of all blobs, as text, by digest. */
    Map<String, String> blobs() {
        return blobs;
    }

    void remember(SampleRepository repository) {
        for (SampleBlob blob : repository.blobs()) {
            blobs.put(blob.digest().toString(), new String(blob.bytes(), StandardCharsets.ISO_8859_1));
        }
    }

    String blob(String repository, String text) {
        String digest = digest(text);
        blobs.put(digest, text);
        if (pushed.add(repository + "@" + digest)) {
            raw(repository, digest);
        }
        return digest;
    }

    /** Pushes a blob that was pushed elsewhere: by one request, or by a second one where the first only begins. */
    void raw(String repository, String digest) {
        byte[] bytes = blobs.getOrDefault(digest, "").getBytes(StandardCharsets.ISO_8859_1);
        String path = "/v2/" + repository + "/blobs/uploads/?digest=" + digest;
        for (URI registry : registries) {
            HttpResponse<String> begun =
                    send(Set.of(201, 202), octets(registry.resolve(path)).POST(body(bytes)));
            if (begun.statusCode() == 202) {
                URI upload = begun.uri()
                        .resolve(begun.headers().firstValue("Location").orElseThrow());
                String more = (upload.getRawQuery() == null ? "?" : "&") + "digest=" + digest;
                send(Set.of(201), octets(URI.create(upload + more)).PUT(body(bytes)));
            }
        }
    }

    private static HttpRequest.Builder octets(URI uri) {
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/octet-stream");
    }

    private static HttpRequest.BodyPublisher body(byte[] bytes) {
        return HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    void manifest(String repository, String reference, String type, String json) {
        for (URI registry : registries) {
            send(
                    Set.of(201),
                    HttpRequest.newBuilder(registry.resolve("/v2/" + repository + "/manifests/" + reference))
                            .header("Content-Type", type)
                            .PUT(HttpRequest.BodyPublishers.ofString(json)));
        }
    }

    /** Deletes a tag, or a manifest with its tags. */
    void delete(String repository, String reference) {
        for (URI registry : registries) {
            send(
                    Set.of(202),
                    HttpRequest.newBuilder(registry.resolve("/v2/" + repository + "/manifests/" + reference))
                            .DELETE());
        }
    }

    private HttpResponse<String> send(Set<Integer> expected, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (!expected.contains(answer.statusCode())) {
                throw new IllegalStateException(request + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
