package io.github.registryclient.testkit.registry;

/** What a path names. */
public enum Resource {
    /** {@code /v2/}. */
    SUPPORT,
    /** {@code /v2/_catalog}. */
    CATALOG,
    /** {@code /v2/NAME/tags/list}. */
    TAGS,
    /** {@code /v2/NAME/manifests/REFERENCE}. */
    MANIFEST,
    /** {@code /v2/NAME/blobs/DIGEST}. */
    BLOB,
    /** {@code /v2/NAME/blobs/uploads/}. */
    UPLOADS,
    /** {@code /v2/NAME/blobs/uploads/ID}. */
    UPLOAD,
    /** {@code /v2/NAME/referrers/DIGEST}. */
    REFERRERS
}
