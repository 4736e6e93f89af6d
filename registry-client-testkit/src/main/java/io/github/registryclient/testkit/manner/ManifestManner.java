package io.github.registryclient.testkit.manner;

/** How servers serve manifests otherwise than the specification says. */
public enum ManifestManner implements Manner {
    /** The answer to HEAD has no {@code Docker-Content-Digest}. */
    HEAD_WITHOUT_DIGEST
}
