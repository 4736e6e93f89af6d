package io.github.registryclient.cleanup.policy;

/** What a tag or an untagged manifest is, as far as rules tell kinds apart. */
public enum ManifestKind {
    /** An image manifest, or Docker schema 1. */
    IMAGE,

    /** An image index or manifest list. */
    INDEX,

    /** A cache that BuildKit exported. */
    BUILD_CACHE,

    /** A signature, such as cosign's or the Notary Project's. */
    SIGNATURE,

    /** An attestation. */
    ATTESTATION,

    /** A list of what an image consists of. */
    SBOM,

    /** Anything else, such as a Helm chart. */
    ARTIFACT;

    /**
     * Whether it is there for the sake of something else that it speaks of.
     *
     * @return true for signatures, attestations and SBOMs
     */
    public boolean isAboutOthers() {
        return this == SIGNATURE || this == ATTESTATION || this == SBOM;
    }
}
