package io.github.registryclient.http.internal.transport;

/** Which of the configured time limits counts for a request. */
public enum Patience {
    /** Reading and small writes. */
    NORMAL,
    /** Deleting: distribution looks at every tag of the repository, which takes minutes on object storage. */
    DELETE,
    /** Uploading, where the time depends on the size. */
    TRANSFER
}
