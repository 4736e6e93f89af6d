package io.github.registryclient.testkit.manner;

import io.github.registryclient.testkit.EmbeddedRegistryBuilder;

/** How servers take blobs and manifests otherwise than the specification says. */
public enum UploadManner implements Manner {
    /** {@code Location} has scheme and host. */
    ABSOLUTE_LOCATION,
    /** What was pushed has no {@code Location}. */
    WITHOUT_LOCATION,
    /** A blob in a single POST begins an upload, and is to be sent again. */
    SINGLE_POST_BEGINS_AN_UPLOAD,
    /**
     * An image is taken whether its blobs are there or not; a missing child of an index: 404 {@code MANIFEST_UNKNOWN}. A test that
     * wants to store anything says {@link EmbeddedRegistryBuilder#acceptMissingContent}.
     */
    BLOBS_ARE_NOT_CHECKED,
    /** An index that lists blobs, as a BuildKit cache does: 400 {@code MANIFEST_BLOB_UNKNOWN}. */
    INDEX_LISTS_MANIFESTS_ONLY,
    /** A manifest that lacks anything: 400 {@code MANIFEST_INVALID}, once. */
    MISSING_CONTENT_IS_INVALID,
    /** The answer to a POST that made a blob has no {@code Docker-Content-Digest}. */
    POST_WITHOUT_DIGEST,
    /** A mount takes a blob from wherever it is; {@code from} is not looked at. */
    MOUNTS_FROM_ANYWHERE,
    /** A mount that names no repository to mount from begins an upload. */
    MOUNT_NEEDS_FROM,
    /** A mount begins an upload, always. */
    NEVER_MOUNTS,
    /** A pull-through cache: neither pushed to nor deleted from, 405 {@code UNSUPPORTED}. */
    PULL_THROUGH_CACHE
}
