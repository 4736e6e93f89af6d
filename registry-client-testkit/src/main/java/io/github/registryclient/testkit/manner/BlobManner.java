package io.github.registryclient.testkit.manner;

/** How servers keep blobs otherwise than the specification says. */
public enum BlobManner implements Manner {
    /** A blob of one repository is in all, also in those that nobody pushed to. */
    IN_ALL_REPOSITORIES,
    /**
     * What was there once is believed to be there until the registry is restarted, whatever was collected since: HEAD finds a
     * blob whose bytes are gone, a mount and a manifest that needs it are taken, and GET breaks off. A manifest that was
     * collected is taken again and stays lost.
     */
    STALE_DESCRIPTORS
}
