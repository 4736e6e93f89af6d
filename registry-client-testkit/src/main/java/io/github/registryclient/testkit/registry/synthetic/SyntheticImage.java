package io.github.registryclient.testkit.registry.synthetic;

import io.github.registryclient.name.Digest;

/** An image that was just computed: an OCI manifest and its configuration. Immutable. */
public final class SyntheticImage {
    private final byte[] manifest;
    private final Digest digest;
    private final byte[] config;
    private final Digest configDigest;

    SyntheticImage(byte[] manifest, byte[] config, Digest configDigest) {
        this.manifest = manifest;
        this.digest = Digest.sha256(manifest);
        this.config = config;
        this.configDigest = configDigest;
    }

    /** The bytes of the manifest, not to be changed. */
    public byte[] manifest() {
        return manifest;
    }

    /** The manifest's digest. */
    public Digest digest() {
        return digest;
    }

    byte[] config() {
        return config;
    }

    Digest configDigest() {
        return configDigest;
    }
}
