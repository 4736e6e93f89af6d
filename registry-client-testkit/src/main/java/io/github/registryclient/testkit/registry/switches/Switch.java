package io.github.registryclient.testkit.registry.switches;

/** What is on unless it is switched off. */
public enum Switch {
    /** Deleting manifests, tags and blobs. */
    DELETION,
    /** Deleting tags. */
    TAG_DELETION,
    /** Everything but reading. */
    WRITING,
    /** The referrers API. */
    REFERRERS,
    /** The list of repositories. */
    CATALOG
}
