package io.github.registryclient.testkit.registry.synthetic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.time.Instant;
import java.util.Random;

/**
 * The images of a repository, each computed from the seed, the repository's name and its number: a configuration of its own, and
 * one layer that all of them share. Immutable and thread-safe.
 */
final class SyntheticImages {
    private static final int LAYER_BYTES = 1024;
    private static final Instant FIRST = Instant.parse("2018-06-04T19:25:05Z");

    private final RepositoryName repository;
    private final byte[] layer;
    private final Digest layerDigest;

    SyntheticImages(long seed, RepositoryName repository) {
        this.repository = repository;
        this.layer = new byte[LAYER_BYTES];
        // What String.hashCode gives is specified.
        new Random(31 * seed + repository.toString().hashCode()).nextBytes(layer);
        this.layerDigest = Digest.sha256(layer);
    }

    byte[] layer() {
        return layer;
    }

    Digest layerDigest() {
        return layerDigest;
    }

    /** Each is a second younger than the one before. */
    SyntheticImage image(int number) {
        String config = "{\"created\":\"" + FIRST.plusSeconds(number)
                + "\",\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Labels\":{\"synthetic.image\":\""
                + repository + "#" + number + "\"}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + layerDigest
                + "\"]}}";
        byte[] configBytes = config.getBytes(US_ASCII);
        Digest configDigest = Digest.sha256(configBytes);
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST + "\",\"config\":"
                + descriptor("application/vnd.oci.image.config.v1+json", configDigest, configBytes.length)
                + ",\"layers\":["
                + descriptor("application/vnd.oci.image.layer.v1.tar", layerDigest, layer.length) + "]}";
        return new SyntheticImage(manifest.getBytes(US_ASCII), configBytes, configDigest);
    }

    private static String descriptor(String mediaType, Digest digest, int size) {
        return "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + digest + "\",\"size\":" + size + "}";
    }
}
