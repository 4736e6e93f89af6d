package io.github.registryclient.tests.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A manifest as the naive evaluator reads it. */
final class Parsed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MANIFESTS = List.of(
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v1+json");

    final String digest;
    final JsonNode json;
    final long size;
    final Optional<JsonNode> config;

    Parsed(String digest, String text, Map<String, String> blobs) {
        this.digest = digest;
        this.json = read(text);
        this.size = text.getBytes(StandardCharsets.UTF_8).length;
        String type = json.at("/config/mediaType").asText();
        boolean image = type.contains("image.config") || type.contains("container.image");
        String bytes = blobs.get(configDigest());
        this.config = image && bytes != null ? Optional.of(read(bytes)) : Optional.empty();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    static List<String> childrenOf(String text) {
        return digests(children(read(text)));
    }

    static List<String> blobsOf(String text) {
        JsonNode json = read(text);
        List<String> blobs = new ArrayList<>();
        if (json.has("config")) {
            blobs.add(json.at("/config/digest").asText());
        }
        for (JsonNode layer : json.path("layers")) {
            if (!isForeign(layer)) {
                blobs.add(layer.path("digest").asText());
            }
        }
        for (JsonNode layer : json.path("fsLayers")) {
            blobs.add(layer.path("blobSum").asText());
        }
        for (JsonNode entry : json.path("manifests")) {
            if (!MANIFESTS.contains(entry.path("mediaType").asText())) {
                blobs.add(entry.path("digest").asText());
            }
        }
        return blobs;
    }

    /** It lies somewhere else. */
    private static boolean isForeign(JsonNode layer) {
        return !layer.path("urls").isEmpty();
    }

    /** Its own bytes and its blobs, with the sizes that it claims; what is foreign takes none here, and schema 1 claims none. */
    Map<String, Long> parts() {
        Map<String, Long> parts = new TreeMap<>();
        parts.put(digest, size);
        List<JsonNode> descriptors = new ArrayList<>();
        if (json.has("config")) {
            descriptors.add(json.path("config"));
        }
        json.path("layers").forEach(descriptors::add);
        json.path("manifests").forEach(descriptors::add);
        descriptors.removeAll(entries());
        for (JsonNode one : descriptors) {
            parts.put(
                    one.path("digest").asText(),
                    isForeign(one) ? 0 : one.path("size").asLong());
        }
        json.path("fsLayers").forEach(layer -> parts.put(layer.path("blobSum").asText(), 0L));
        return parts;
    }

    private static List<JsonNode> children(JsonNode json) {
        List<JsonNode> children = new ArrayList<>();
        for (JsonNode entry : json.path("manifests")) {
            if (MANIFESTS.contains(entry.path("mediaType").asText())) {
                children.add(entry);
            }
        }
        return children;
    }

    private static List<String> digests(List<JsonNode> entries) {
        List<String> digests = new ArrayList<>();
        for (JsonNode entry : entries) {
            digests.add(entry.path("digest").asText());
        }
        return digests;
    }

    List<JsonNode> entries() {
        return children(json);
    }

    List<String> children() {
        return digests(entries());
    }

    List<String> blobs() {
        return blobsOf(json.toString());
    }

    boolean isIndex() {
        return !children().isEmpty();
    }

    String configDigest() {
        return json.at("/config/digest").asText();
    }

    /** Empty if it stands for itself. */
    String subject() {
        return json.at("/subject/digest").asText();
    }

    String annotation(String name) {
        return json.path("annotations").path(name).asText();
    }

    static boolean isAttestation(JsonNode entry) {
        return entry.path("annotations")
                .path("vnd.docker.reference.type")
                .asText()
                .equals("attestation-manifest");
    }

    static String platform(JsonNode of) {
        String os = of.path("os").asText();
        String cpu = of.path("architecture").asText();
        return os.isEmpty() && cpu.isEmpty() ? "" : os + "/" + cpu;
    }

    /** By its types alone. */
    String kind() {
        List<String> types = new ArrayList<>(List.of(
                json.path("artifactType").asText(), json.at("/config/mediaType").asText()));
        for (JsonNode layer : json.path("layers")) {
            types.add(layer.path("mediaType").asText());
        }
        for (JsonNode entry : json.path("manifests")) {
            types.add(entry.path("mediaType").asText());
        }
        String all = String.join(" ", types).toLowerCase(Locale.ROOT);
        if (all.contains("buildkit.cacheconfig")) {
            return "BUILD_CACHE";
        }
        if (json.has("manifests")) {
            return "INDEX";
        }
        if (json.path("schemaVersion").asInt() == 1) {
            return "IMAGE";
        }
        if (all.contains("simplesigning") || all.contains("sigstore.bundle")) {
            return "SIGNATURE";
        }
        if (all.contains("spdx")) {
            return "SBOM";
        }
        if (all.contains("in-toto")) {
            return "ATTESTATION";
        }
        boolean image = types.get(0).isEmpty()
                && (types.get(1).contains("image.config") || types.get(1).contains("container.image"));
        return image ? "IMAGE" : "ARTIFACT";
    }
}
