package io.github.registryclient.testkit.sample;

/** What a {@link RandomRegistry} is made of. */
public enum SampleKind {
    /** An OCI image. */
    IMAGE,
    /** A Docker image. */
    DOCKER_IMAGE,
    /** An image whose first layers are those of another one. */
    IMAGE_ON_IMAGE,
    /** An OCI index of one to three images. */
    INDEX,
    /** A Docker manifest list of two images. */
    DOCKER_LIST,
    /** An index that lists an index. */
    NESTED_INDEX,
    /** An index that lists what a tag led to before. */
    SHARED_CHILD,
    /** An index of an image and its attestation, as buildx pushes it. */
    ATTESTED_INDEX,
    /** BuildKit's cache: an index of blobs. Distribution 3 refuses it, for no manifests have these digests. */
    BUILD_CACHE,
    /** A manifest with a subject, which may itself be a referrer. */
    REFERRER,
    /** A referrer whose subject was never pushed. */
    DANGLING_REFERRER,
    /** Referrers that are listed under their subject's fallback tag. */
    FALLBACK_TAG,
    /** A cosign signature under its subject's tag. */
    COSIGN_TAG,
    /** A cosign signature of what was never pushed. */
    DANGLING_COSIGN_TAG,
    /** A manifest without a tag that nothing leads to. */
    LEFTOVER,
    /** A tag that was moved to another manifest, which leaves the old one without it. */
    MOVED_TAG,
    /** A further tag of a manifest that has one. */
    SHARED_DIGEST,
    /** An index of which one child was deleted. Zot does not delete it. */
    PARTIAL_INDEX,
    /** A manifest, with all that it needs, that another repository has as well. */
    MIRROR
}
