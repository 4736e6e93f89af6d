package io.github.registryclient.tests.plan;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.ManifestSnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import java.util.List;
import java.util.Random;

/** Writes manifests and configurations at random, by hand. For one thread. */
final class RandomDocuments {
    static final String CREATED = "org.opencontainers.image.created";

    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final List<String> PLATFORMS = List.of("amd64", "arm64", "s390x");
    private static final List<String> ARTIFACTS = List.of(
            "application/vnd.dev.sigstore.bundle.v0.3+json",
            "application/spdx+json",
            "application/vnd.in-toto+json",
            "application/vnd.example.scan.v1");

    private final Wire wire;
    private final Random random;
    private final RandomTimes times;

    RandomDocuments(Wire wire, Random random, RandomTimes times) {
        this.wire = wire;
        this.random = random;
        this.times = times;
    }

    /** An image, whose blobs are pushed. */
    String image(String repository) {
        String created = random.nextInt(8) == 0 ? "" : "\"created\":\"" + times.created() + "\",";
        String labels = random.nextBoolean() ? "{}" : "{\"team\":\"" + team() + "\"}";
        String config = "{" + created + "\"architecture\":\"" + platform()
                + "\",\"os\":\"linux\",\"config\":{\"Labels\":" + labels + "},\"n\":" + random.nextInt() + "}";
        String layer = "layer " + random.nextInt(6);
        return "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"config\":"
                + descriptor(CONFIG, wire.blob(repository, config), config.length()) + ",\"layers\":["
                + descriptor("application/vnd.oci.image.layer.v1.tar", wire.blob(repository, layer), layer.length())
                + "]" + annotations() + "}";
    }

    /** An image whose layer lies elsewhere, as those of Windows do. */
    String foreign(String repository) {
        String config = "{\"created\":\"" + times.created() + "\",\"os\":\"windows\",\"architecture\":\"amd64\",\"n\":"
                + random.nextInt() + "}";
        String layer = descriptor(
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
                Wire.digest("elsewhere " + random.nextInt(3)),
                5000);
        return "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.DOCKER_MANIFEST + "\",\"config\":"
                + descriptor(
                        "application/vnd.docker.container.image.v1+json",
                        wire.blob(repository, config),
                        config.length())
                + ",\"layers\":[" + layer.substring(0, layer.length() - 1)
                + ",\"urls\":[\"https://example.com/layer\"]}]}";
    }

    /** As registries took them before 2016: no sizes, no configuration. */
    String schema1(String repository) {
        String layer = wire.blob(repository, "layer " + random.nextInt(6));
        return "{\"schemaVersion\":1,\"name\":\"" + repository + "\",\"tag\":\"t" + random.nextInt()
                + "\",\"architecture\":\"amd64\",\"fsLayers\":[{\"blobSum\":\"" + layer
                + "\"}],\"history\":[{\"v1Compatibility\":\"{}\"}]}";
    }

    String index(List<String> entries) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_INDEX + "\",\"manifests\":["
                + String.join(",", entries) + "]" + annotations() + "}";
    }

    /** What an index says of a manifest that is there. */
    String entry(String digest, RepositorySnapshot there) {
        ManifestSnapshot manifest = there.manifests().get(Digest.of(digest));
        String plain = descriptor(manifest.mediaType(), digest, manifest.bytes().length);
        String more = random.nextInt(6) == 0
                ? ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"}"
                : random.nextBoolean()
                        ? ",\"platform\":{\"architecture\":\"" + platform() + "\",\"os\":\"linux\"}"
                        : "";
        return plain.substring(0, plain.length() - 1) + more + "}";
    }

    String referrer(String repository, String subject) {
        String text = "said " + random.nextInt();
        String type = ARTIFACTS.get(random.nextInt(ARTIFACTS.size()));
        return "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"artifactType\":\"" + type
                + "\",\"config\":"
                + descriptor("application/vnd.oci.empty.v1+json", wire.blob(repository, "{}"), 2) + ",\"layers\":["
                + descriptor(type, wire.blob(repository, text), text.length()) + "],\"subject\":"
                + descriptor(MediaTypes.OCI_MANIFEST, subject, 100) + annotations() + "}";
    }

    private String annotations() {
        switch (random.nextInt(5)) {
            case 0:
                return ",\"annotations\":{\"" + CREATED + "\":\"" + times.created() + "\"}";
            case 1:
                return ",\"annotations\":{\"team\":\"" + team() + "\"}";
            default:
                return "";
        }
    }

    private String team() {
        return random.nextBoolean() ? "red" : "blue";
    }

    private String platform() {
        return PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    }

    private static String descriptor(String type, String digest, int size) {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest + "\",\"size\":" + size + "}";
    }
}
