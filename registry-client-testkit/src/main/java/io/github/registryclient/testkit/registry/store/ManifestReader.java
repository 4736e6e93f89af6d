package io.github.registryclient.testkit.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks what a registry needs out of a manifest. Source: OCI image spec 1.1, "Image Manifest", "Image Index", "Descriptor". */
final class ManifestReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    ManifestReader(byte[] bytes) throws MalformedManifestException {
        this.root = parse(bytes);
        // Read differently by different readers, CVE-2021-41190.
        boolean ambiguous =
                !isAbsent(root.path("manifests")) && !(isAbsent(root.path("layers")) && isAbsent(root.path("config")));
        require(!ambiguous, "it is an index and an image at once");
    }

    private static JsonNode parse(byte[] bytes) throws MalformedManifestException {
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new MalformedManifestException("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedManifestException("it is not UTF-8");
        }
        require(root.isObject(), "it is no JSON object");
        return root;
    }

    Optional<String> text(String name) throws MalformedManifestException {
        return text(root, name);
    }

    Optional<String> artifactType() throws MalformedManifestException {
        Optional<String> own = text("artifactType").filter(type -> !type.isEmpty());
        return own.isPresent() ? own : text(root.path("config"), "mediaType");
    }

    Optional<Digest> subject() throws MalformedManifestException {
        JsonNode subject = root.path("subject");
        return isAbsent(subject) ? Optional.empty() : Optional.of(digest(subject, "digest"));
    }

    Map<String, String> annotations() throws MalformedManifestException {
        Map<String, String> annotations = new LinkedHashMap<>();
        JsonNode all = root.path("annotations");
        require(isAbsent(all) || all.isObject(), "\"annotations\" is no object");
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            require(entry.getValue().isTextual(), "an annotation is no text");
            annotations.put(entry.getKey(), entry.getValue().textValue());
        }
        return Collections.unmodifiableMap(annotations);
    }

    List<Digest> blobs() throws MalformedManifestException {
        List<Digest> blobs = new ArrayList<>();
        if (!isAbsent(root.path("config"))) {
            blobs.add(digest(root.path("config"), "digest"));
        }
        for (JsonNode layer : layers()) {
            if (!liesElsewhere(layer)) {
                blobs.add(digest(layer, "digest"));
            }
        }
        for (JsonNode layer : array("fsLayers")) {
            blobs.add(digest(layer, "blobSum"));
        }
        return List.copyOf(blobs);
    }

    List<Digest> entries(boolean ofManifestTypes) throws MalformedManifestException {
        List<Digest> entries = new ArrayList<>();
        for (JsonNode entry : array("manifests")) {
            if (isManifest(entry) == ofManifestTypes) {
                entries.add(digest(entry, "digest"));
            }
        }
        return List.copyOf(entries);
    }

    List<Digest> elsewhere() throws MalformedManifestException {
        List<Digest> elsewhere = new ArrayList<>();
        for (JsonNode layer : layers()) {
            if (liesElsewhere(layer)) {
                elsewhere.add(digest(layer, "digest"));
            }
        }
        return List.copyOf(elsewhere);
    }

    private List<JsonNode> layers() throws MalformedManifestException {
        List<JsonNode> layers = array("layers");
        layers.addAll(array("blobs"));
        return layers;
    }

    private static boolean isManifest(JsonNode descriptor) throws MalformedManifestException {
        return MediaTypes.isManifest(text(descriptor, "mediaType").orElse(""));
    }

    private static boolean liesElsewhere(JsonNode layer) throws MalformedManifestException {
        String type = text(layer, "mediaType").orElse("");
        return !layer.path("urls").isEmpty() || type.contains(".nondistributable.") || type.contains(".foreign.");
    }

    private List<JsonNode> array(String name) throws MalformedManifestException {
        JsonNode array = root.path(name);
        require(isAbsent(array) || array.isArray(), "\"" + name + "\" is no list");
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static Digest digest(JsonNode descriptor, String name) throws MalformedManifestException {
        JsonNode size = descriptor.path("size");
        require(
                isAbsent(size) || size.isIntegralNumber() && size.canConvertToLong() && size.longValue() >= 0,
                "a size is no whole number");
        Optional<Digest> digest = text(descriptor, name).flatMap(Digest::parse);
        require(digest.isPresent(), "a descriptor's \"" + name + "\" is missing or no digest");
        return digest.orElseThrow();
    }

    private static Optional<String> text(JsonNode parent, String name) throws MalformedManifestException {
        JsonNode value = parent.path(name);
        require(isAbsent(value) || value.isTextual(), "\"" + name + "\" is no text");
        return Optional.ofNullable(value.textValue());
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static void require(boolean holds, String otherwise) throws MalformedManifestException {
        if (!holds) {
            throw new MalformedManifestException(otherwise);
        }
    }
}
