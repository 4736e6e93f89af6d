package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Documents written by hand from the OCI and Docker specifications, as resources beside this class, and edits of them. */
enum Fixtures {
    OCI_MANIFEST("oci-manifest.json", "application/vnd.oci.image.manifest.v1+json"),
    OCI_INDEX("oci-index.json", "application/vnd.oci.image.index.v1+json"),
    NESTED_INDEX("nested-index.json", "application/vnd.oci.image.index.v1+json"),
    DOCKER_MANIFEST("docker-manifest.json", "application/vnd.docker.distribution.manifest.v2+json"),
    DOCKER_LIST("docker-list.json", "application/vnd.docker.distribution.manifest.list.v2+json"),
    SCHEMA1_SIGNED("schema1-signed.json", "application/vnd.docker.distribution.manifest.v1+prettyjws"),
    OCI_ARTIFACT("oci-artifact.json", "application/vnd.oci.artifact.manifest.v1+json"),
    OCI_REFERRER("oci-referrer.json", "application/vnd.oci.image.manifest.v1+json"),
    BUILDKIT_CACHE("buildkit-cache.json", "application/vnd.oci.image.index.v1+json"),
    ATTESTATION_INDEX("attestation-index.json", "application/vnd.oci.image.index.v1+json"),
    FOREIGN_LAYERS("foreign-layers.json", "application/vnd.docker.distribution.manifest.v2+json"),
    IMAGE_CONFIG("image-config.json", "application/vnd.oci.image.config.v1+json");

    private static final ObjectMapper EDITOR = new ObjectMapper();

    private final String file;
    private final String mediaType;

    Fixtures(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The document without the line end at its end: every byte counts. */
    byte[] bytes() {
        return text().getBytes(UTF_8);
    }

    String text() {
        try (InputStream in = Fixtures.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Manifest manifest() {
        return Manifest.parse(mediaType, bytes());
    }

    /** Reads edited bytes as what the fixture is; the result can be compared by {@link #parts(Object)}. */
    Object read(byte[] bytes) {
        return this == IMAGE_CONFIG ? ImageConfig.parse(bytes) : Manifest.parse(mediaType, bytes);
    }

    /** The document with the value at a JSON pointer replaced. */
    byte[] with(String pointer, String json) {
        ObjectNode root = tree();
        parent(root, pointer).set(field(pointer), parse(json));
        return write(root);
    }

    byte[] without(String pointer) {
        ObjectNode root = tree();
        parent(root, pointer).remove(field(pointer));
        return write(root);
    }

    /** The document with unknown fields beside the one at the pointer. */
    byte[] withNeighbour(String pointer) {
        ObjectNode root = tree();
        ObjectNode parent = parent(root, pointer);
        parent.set("x-" + field(pointer), parse("{\"digest\": 7, \"manifests\": \"none\"}"));
        parent.set("", parse("[null, true, 1.5e300, -0, \"\"]"));
        return write(root);
    }

    ObjectNode tree() {
        return (ObjectNode) parse(text());
    }

    static JsonNode parse(String json) {
        try {
            return EDITOR.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static byte[] write(JsonNode node) {
        return node.toString().getBytes(UTF_8);
    }

    /** All that was read from a document, without its bytes and digest. */
    static List<Object> parts(Object document) {
        if (document instanceof ImageConfig) {
            ImageConfig config = (ImageConfig) document;
            return List.of(
                    config.created(),
                    config.createdText(),
                    config.platform(),
                    config.labels(),
                    config.environment(),
                    config.diffIds());
        }
        Manifest manifest = (Manifest) document;
        return List.of(
                manifest.kind(),
                manifest.mediaType(),
                manifest.config(),
                manifest.layers(),
                manifest.entries(),
                manifest.children(),
                manifest.blobs(),
                manifest.subject(),
                manifest.artifactType(),
                manifest.annotations());
    }

    private static ObjectNode parent(ObjectNode root, String pointer) {
        JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
        if (!parent.has(field(pointer))) {
            throw new IllegalArgumentException("the fixture has no " + pointer);
        }
        return (ObjectNode) parent;
    }

    private static String field(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
