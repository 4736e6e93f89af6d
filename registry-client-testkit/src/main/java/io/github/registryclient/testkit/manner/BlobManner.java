package io.github.registryclient.testkit.manner;

/** How servers keep blobs otherwise than the specification says. */
public enum BlobManner implements Manner {
    /** A blob of one repository is in all, also in those that nobody pushed to. */
    IN_ALL_REPOSITORIES,
    /** There is no {@code ETag}, and {@code If-None-Match} is not looked at. */
    WITHOUT_ETAG,
    /** {@code Content-Type} is missing from HEAD, and guessed from the first bytes for GET, as Go's server does. */
    CONTENT_TYPE_IS_GUESSED,
    /** {@code Content-Type} is the one that a manifest of the repository gives the blob, where one does. */
    CONTENT_TYPE_IS_THE_DESCRIPTORS,
    /** GET and HEAD of a manifest's digest: 200, with the manifest. */
    MANIFESTS_ARE_BLOBS,
    /** DELETE of a blob that a manifest of the repository needs, or of a manifest's digest: 405 {@code DENIED}. */
    NEEDED_IS_DENIED,
    /** DELETE of a blob that is not there: 500 {@code INTERNAL_SERVER_ERROR}. */
    DELETION_OF_A_MISSING_ONE_IS_A_SERVER_ERROR,
    /**
     * What was there once is believed to be there until the registry is restarted, whatever was collected since: HEAD finds a
     * blob whose bytes are gone, a mount and a manifest that needs it are taken, and GET breaks off. A manifest that was
     * collected is taken again and stays lost.
     */
    STALE_DESCRIPTORS
}
