package io.github.registryclient.cleanup.policy;

/** What is wrong with a tag or manifest, and can be chosen by a rule. */
public enum Defect {
    /** A tag that the registry lists, and whose manifest it says it does not have. */
    DANGLING_TAG,

    /** An index of which a child is missing. */
    PARTIAL_INDEX,

    /** An image whose config or layers are missing; foreign layers may be. */
    MISSING_BLOBS,

    /** A signature, attestation or other referrer whose subject is missing. */
    ORPHANED
}
