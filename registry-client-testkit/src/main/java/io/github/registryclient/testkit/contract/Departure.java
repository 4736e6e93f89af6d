package io.github.registryclient.testkit.contract;

/** A way in which a registry departs from what the contract otherwise expects of it. */
public enum Departure {
    /** A tag cannot be removed without its manifest. */
    NO_TAG_DELETION,
    /** After a manifest was deleted by its digest, its tags are still listed and still resolve. */
    TAGS_OUTLIVE_THEIR_DIGEST,
    /** There is no referrers API, so referrers stand under fallback tags. */
    NO_REFERRERS_API,
    /** Asking for a configuration's or a layer's digest as a manifest is a server error, in the place of 404. */
    BLOB_AS_MANIFEST_IS_AN_ERROR,
    /** An index that lists blobs in the place of manifests (a BuildKit cache) is refused. */
    NO_BUILD_CACHE,
    /** A blob of one repository is there in all. */
    BLOBS_ARE_SHARED,
    /** A blob is never mounted, only uploaded again. */
    NO_MOUNT,
    /** A manifest that a tagged index lists cannot be deleted. */
    CHILD_IS_PROTECTED,
    /** An index that is deleted takes those of its children with it that nothing else holds. */
    INDEX_TAKES_ITS_CHILDREN,
    /** The last tag of a manifest takes the manifest with it. */
    LAST_TAG_TAKES_THE_MANIFEST,
    /** A manifest without a tag can be read, but not deleted: it is said not to be there. */
    UNTAGGED_CANNOT_GO,
    /** The tags of a repository that is not there are refused as if one had to log in, in the place of 404. */
    MISSING_REPOSITORY_IS_UNAUTHORIZED,
    /** The catalog in several pages loses names or breaks off: a client may refuse it, but may not be short. */
    PAGED_CATALOG_IS_UNRELIABLE
}
