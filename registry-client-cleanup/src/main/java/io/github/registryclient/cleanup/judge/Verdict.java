package io.github.registryclient.cleanup.judge;

/** What becomes of a tag or a manifest if the plan is carried out. */
public enum Verdict {
    /** It stays. */
    KEEP,

    /** It goes: the manifest is deleted, and the tag with it; a dangling tag is deleted as a tag. */
    DELETE,

    /** Of a tag: it goes if the registry can delete a tag alone, for its manifest stays. */
    UNTAG
}
