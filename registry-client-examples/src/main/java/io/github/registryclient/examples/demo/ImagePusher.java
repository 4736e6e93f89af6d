package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pushes small but whole images through the client; their JSON is written by hand, to be read. */
final class ImagePusher {
    private static final int BASE_BYTES = 20_000;
    private static final int PROGRAM_BYTES = 60_000;

    private final RegistryClient registry;
    private final RepositoryName repository;

    ImagePusher(RegistryClient registry, RepositoryName repository) {
        this.registry = registry;
        this.repository = repository;
    }

    /** Pushes an image for one architecture, under its digest: without a tag. */
    Manifest image(String seed, String architecture) {
        SampleLayer base = SampleLayer.of("lib/base", repository + architecture, BASE_BYTES);
        SampleLayer program = SampleLayer.of("bin/program", repository + seed + architecture, PROGRAM_BYTES);
        byte[] config = config(architecture, List.of(base, program));
        String json = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\","
                + "\"config\":" + descriptor("config.v1+json", config) + ","
                + "\"layers\":["
                + descriptor("layer.v1.tar+gzip", base.bytes()) + ","
                + descriptor("layer.v1.tar+gzip", program.bytes()) + "]}";
        // Blobs first: a registry refuses a manifest that points to nothing.
        List.of(base.bytes(), program.bytes(), config).forEach(blob -> registry.uploadBlob(repository, blob));
        return put(MediaTypes.OCI_MANIFEST, json);
    }

    /** Pushes an index of images that were pushed before, under its digest. */
    Manifest index(Map<String, Manifest> imagesByArchitecture) {
        String entries = imagesByArchitecture.entrySet().stream()
                .map(entry -> "{\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\","
                        + "\"digest\":\"" + entry.getValue().digest() + "\","
                        + "\"size\":" + entry.getValue().size() + ","
                        + "\"platform\":{\"os\":\"linux\",\"architecture\":\"" + entry.getKey() + "\"}}")
                .collect(Collectors.joining(","));
        return put(
                MediaTypes.OCI_INDEX,
                "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_INDEX + "\",\"manifests\":[" + entries + "]}");
    }

    void tag(Manifest manifest, String... tags) {
        for (String tag : tags) {
            registry.putManifest(repository, Tag.of(tag), manifest);
        }
    }

    private Manifest put(String mediaType, String json) {
        Manifest manifest = Manifest.parse(mediaType, json.getBytes(StandardCharsets.UTF_8));
        registry.putManifest(repository, manifest.digest(), manifest);
        return manifest;
    }

    private static byte[] config(String architecture, List<SampleLayer> layers) {
        String diffIds =
                layers.stream().map(layer -> "\"" + layer.diffId() + "\"").collect(Collectors.joining(","));
        String json = "{\"os\":\"linux\",\"architecture\":\"" + architecture + "\","
                + "\"config\":{\"Cmd\":[\"/bin/program\"]},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[" + diffIds + "]}}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String descriptor(String type, byte[] content) {
        return "{\"mediaType\":\"application/vnd.oci.image." + type + "\"," + "\"digest\":\"" + Digest.sha256(content)
                + "\",\"size\":" + content.length + "}";
    }
}
