package io.github.registryclient.tests.plan.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A manifest with the bytes that it is, and that it needs by itself: without those of its children. Immutable. */
final class Part {
    private final Digest digest;
    private final Map<Digest, Long> bytes;

    private Part(Digest digest, Map<Digest, Long> bytes) {
        this.digest = digest;
        this.bytes = Map.copyOf(bytes);
    }

    static Part of(SampleManifest manifest) {
        Map<Digest, Long> bytes = new HashMap<>();
        bytes.put(manifest.digest(), manifest.size());
        manifest.blobs().forEach(blob -> bytes.put(blob.digest(), blob.size()));
        return new Part(manifest.digest(), bytes);
    }

    /** One that somebody else wrote: configuration and layers as it says. */
    static Part of(byte[] document) {
        JsonNode json = read(document);
        Digest digest = Digest.sha256(document);
        Map<Digest, Long> bytes = new HashMap<>();
        bytes.put(digest, (long) document.length);
        if (json.has("config")) {
            add(json.path("config"), bytes);
        }
        json.path("layers").forEach(layer -> add(layer, bytes));
        return new Part(digest, bytes);
    }

    private static JsonNode read(byte[] document) {
        try {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode descriptor, Map<Digest, Long> bytes) {
        bytes.put(
                Digest.of(descriptor.path("digest").asText()),
                descriptor.path("size").asLong());
    }

    Digest digest() {
        return digest;
    }

    Map<Digest, Long> bytes() {
        return bytes;
    }
}
