package io.github.registryclient.tests.plan.contract;

/** In what a registry differs from one that does all that the specification says. */
enum Difference {
    /** It lists no referrers: clients write them into an index under the tag {@code sha256-<hex>}. */
    NO_REFERRERS_API,
    /** DELETE of a tag is refused, so what a plan calls an untag cannot be done by that. */
    NO_TAG_DELETION,
    /** What an index lists cannot be deleted, or nothing without a tag can, so no index is partial. */
    NO_PARTIAL_INDEX,
    /** Each tag has a manifest of its own in memory: none can dangle or be spoilt, and a deletion by digest leaves them. */
    MANIFESTS_IN_MEMORY,
    /** Whoever sends no credentials sees an empty catalog. */
    CATALOG_FOR_ACCOUNTS_ONLY
}
