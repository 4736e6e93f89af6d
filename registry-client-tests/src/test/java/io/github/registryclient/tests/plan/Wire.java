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
import java.util.Map;

/** Pushes documents by plain HTTP, and remembers the bytes of blobs: a snapshot has only their sizes. For one thread. */
final class Wire {
    private final HttpClient http;
    private final URI registry;
    private final Map<String, String> blobs = new HashMap<>();

    Wire(HttpClient http, URI registry) {
        this.http = http;
        this.registry = registry;
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
        String upload = send(
                        201,
                        202,
                        request("/v2/" + repository + "/blobs/uploads/?digest=" + digest)
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofString(text)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        if (upload.contains("/uploads/")) {
            throw new IllegalStateException("expected to be able to push a blob by one request");
        }
        return digest;
    }

    /** Pushes a blob that was pushed elsewhere. */
    void raw(String repository, String digest) {
        byte[] bytes = blobs.getOrDefault(digest, "").getBytes(StandardCharsets.ISO_8859_1);
        send(
                201,
                201,
                request("/v2/" + repository + "/blobs/uploads/?digest=" + digest)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    void manifest(String repository, String reference, String type, String json) {
        send(
                201,
                201,
                request("/v2/" + repository + "/manifests/" + reference)
                        .header("Content-Type", type)
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Deletes a tag, or a manifest with its tags. */
    void delete(String repository, String reference) {
        send(202, 202, request("/v2/" + repository + "/manifests/" + reference).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(registry.resolve(path));
    }

    private HttpResponse<String> send(int one, int other, HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != one && answer.statusCode() != other) {
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
