package io.github.registryclient.testkit.manner;

/** How servers serve manifests otherwise than the specification says. */
public enum ManifestManner implements Manner {
    /** The answer to HEAD has no {@code Docker-Content-Digest}. */
    HEAD_WITHOUT_DIGEST,
    /** Neither the answer to HEAD nor that to GET has a {@code Docker-Content-Digest}. */
    WITHOUT_DIGEST,
    /** {@code Docker-Content-Digest} is that of other bytes. */
    WRONG_DIGEST,
    /** {@code Docker-Content-Digest} is a SHA-512, also where a SHA-256 was asked for. */
    SHA512_DIGEST,
    /** HEAD: 404 without a body, whether GET finds the manifest or not. */
    HEAD_IS_NOT_FOUND,
    /** HEAD: 405 without a body. */
    HEAD_IS_NOT_ALLOWED,
    /** {@code Content-Type} is {@code text/plain}. */
    CONTENT_TYPE_IS_TEXT_PLAIN,
    /** {@code Content-Type} is {@code application/json}. */
    CONTENT_TYPE_IS_JSON,
    /** There is no {@code Content-Type}. */
    WITHOUT_CONTENT_TYPE,
    /** There is no {@code ETag}, and {@code If-None-Match} is not looked at. */
    WITHOUT_ETAG,
    /**
     * {@code If-None-Match} is one digest, quoted or not, and nothing else is understood. It is compared with the one asked for, or
     * with the tag's, before anything is looked for: 304 without headers, whether there is such a manifest or not.
     */
    ETAG_IS_COMPARED_UNSEEN,
    /** An OCI image whose own type {@code Accept} does not name: 404 {@code MANIFEST_UNKNOWN}. */
    OCI_IMAGE_MUST_BE_ACCEPTED,
    /** An OCI index whose own type {@code Accept} does not name: 404 {@code MANIFEST_UNKNOWN}. */
    OCI_INDEX_MUST_BE_ACCEPTED,
    /**
     * A tag of a Docker manifest list, when {@code Accept} does not name that type: the first linux/amd64 child with the
     * child's digest, or 404 {@code MANIFEST_UNKNOWN} where there is none.
     */
    LIST_BECOMES_ITS_AMD64_CHILD,
    /** That child, when {@code Accept} does not name Docker's type of images either: 400 {@code MANIFEST_INVALID}. */
    AMD64_CHILD_MUST_BE_ACCEPTED,
    /** {@code Accept} names types in any case; else only as they are registered. */
    ACCEPT_IN_ANY_CASE,
    /** The digest of a blob of the repository, in the place of a manifest's: 500 {@code UNKNOWN}. */
    BLOB_IS_A_SERVER_ERROR,
    /** A manifest of a repository that was never pushed to: 404 {@code NAME_UNKNOWN}, also for DELETE. */
    MISSING_REPOSITORY_IS_NAME_UNKNOWN
}
