package io.github.registryclient.cleanup.untag;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/** An image without layers that nobody else has or ever had: one that others have too would take their tags along. */
final class Disposable {
    private static final int RANDOM_BYTES = 32;

    private final byte[] config;
    private final Manifest manifest;

    private Disposable(byte[] config, Manifest manifest) {
        this.config = config;
        this.manifest = manifest;
    }

    static Disposable make(Random random, Instant now) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String unique = Digest.sha256(bytes).encoded();
        byte[] config = ("{\"created\":\"" + now
                        + "\",\"architecture\":\"unknown\",\"os\":\"unknown\",\"config\":{\"Labels\":"
                        + "{\"io.github.registryclient.throw-away\":\"" + unique
                        + "\"}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}")
                .getBytes(StandardCharsets.UTF_8);
        String json = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.OCI_MANIFEST
                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                + Digest.sha256(config) + "\",\"size\":" + config.length + "},\"layers\":[]}";
        return new Disposable(config, Manifest.parse(MediaTypes.OCI_MANIFEST, json.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] config() {
        return config.clone();
    }

    Manifest manifest() {
        return manifest;
    }

    Digest digest() {
        return manifest.digest();
    }
}
