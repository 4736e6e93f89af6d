package io.github.registryclient.testkit.manner;

import io.github.registryclient.testkit.EmbeddedRegistryBuilder;

/**
 * How servers delete otherwise than the specification says. Where it matters which tags are immutable, they are those whose
 * names begin with {@code immutable}.
 */
public enum DeletionManner implements Manner {
    /**
     * DELETE of a tag: 400 {@code UNSUPPORTED}. To take it from another server, {@link EmbeddedRegistryBuilder#tagDeletionOff} does
     * for a test.
     */
    TAG_IS_UNSUPPORTED,
    /** DELETE of a tag: 400 {@code DIGEST_INVALID}, whether it is there or not. */
    TAG_IS_DIGEST_INVALID,
    /** DELETE of a tag: 400 {@code INVALID_REQUEST}. */
    TAG_IS_INVALID_REQUEST,
    /** DELETE of a tag works although deletion is switched off. */
    TAG_DELETION_HAS_NO_SWITCH,
    /** DELETE of the last tag of a manifest takes the manifest with it. */
    LAST_TAG_TAKES_THE_MANIFEST,
    /**
     * DELETE of a manifest, tag or blob: 405 {@code UNSUPPORTED}, always. What an operator switches off and on again is
     * {@link EmbeddedRegistryBuilder#deletionOff}.
     */
    UNSUPPORTED,
    /** DELETE of a manifest with an {@code Accept} that names a manifest's type: 406. */
    MANIFEST_ACCEPT_IS_NOT_ACCEPTABLE,
    /** DELETE of a blob's digest under {@code /manifests/}: 202, and the blob is gone. */
    BLOB_GOES_AS_A_MANIFEST,
    /** DELETE of a manifest leaves its tags, which are listed and give 404. */
    TAGS_DANGLE,
    /** DELETE of a manifest leaves its tags, which are listed and show it; only its digest gives 404. */
    TAGS_OUTLIVE_THEIR_DIGEST,
    /** DELETE of a manifest with tags: 202 with an error for one tag, which is listed on and gives 404. */
    ONE_TAG_STAYS,
    /** DELETE of a manifest that has tags: 400 {@code GOOGLE_MANIFEST_DANGLING_TAG}. */
    TAGGED_IS_REFUSED,
    /** DELETE of a manifest without tags: 404 {@code MANIFEST_UNKNOWN}, although GET shows it. */
    UNTAGGED_IS_NOT_FOUND,
    /** DELETE of a manifest that has several tags: 409 {@code MANIFEST_INVALID}. */
    SEVERAL_TAGS_ARE_A_CONFLICT,
    /** DELETE of a manifest or tag, a tag being immutable: 412 {@code PRECONDITION}. */
    IMMUTABLE_TAG_IS_A_PRECONDITION,
    /** DELETE of a manifest or tag, a tag being immutable: 409 {@code TAG_IMMUTABLE}. */
    IMMUTABLE_TAG_IS_A_CONFLICT,
    /** DELETE of a manifest that an index lists: 405 {@code DENIED}. */
    CHILD_IS_DENIED,
    /** DELETE of a manifest that an index lists: 412 {@code VIOLATE_FOREIGN_KEY_CONSTRAINT}. */
    CHILD_IS_A_FOREIGN_KEY,
    /** DELETE of a manifest that an index lists: 400 {@code GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE}. */
    CHILD_HAS_A_DANGLING_PARENT,
    /** DELETE of a manifest that an index lists: 400 {@code UNSUPPORTED}, "referenced by manifest list". */
    CHILD_IS_REFERENCED_BY_A_LIST,
    /** DELETE of an index takes those of its children with it that have no tag and no other index. */
    INDEX_TAKES_ITS_CHILDREN,
    /** DELETE in a repository that was never pushed to: 400 {@code NAME_UNKNOWN}. */
    MISSING_REPOSITORY_IS_A_BAD_REQUEST,
    /** DELETE of a manifest: 202 at once; it is gone after three more requests that read manifests or tags there. */
    LATER,
    /** Deleted: 200 in the place of 202. */
    ANSWERED_WITH_200,
    /** Deleted: 204 in the place of 202. */
    ANSWERED_WITH_204,
    /** Deleted: 202 without {@code Content-Length}; the connection's end is the answer's. */
    WITHOUT_LENGTH
}
