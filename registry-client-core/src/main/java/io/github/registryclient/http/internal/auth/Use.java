package io.github.registryclient.http.internal.auth;

/** What a request does, as registries grant it. */
enum Use {
    /** The registry itself, {@code /v2/}. */
    ROOT,
    /** The listing of repositories. */
    CATALOG,
    /** Reading in a repository. */
    READ,
    /** Writing into one. */
    WRITE,
    /** Deleting in one. */
    DELETE
}
