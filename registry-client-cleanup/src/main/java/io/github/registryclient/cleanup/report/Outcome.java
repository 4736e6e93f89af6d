package io.github.registryclient.cleanup.report;

/** What became of something that was to go. */
public enum Outcome {
    /** The registry says that the manifest is not there any more, and each of its tags is unlisted or points elsewhere. */
    DELETED,

    /** The tag is gone, and its manifest is still there. */
    UNTAGGED,

    /** It was not there any more. */
    ALREADY_GONE,

    /** Something that the plan relied on is no longer so, or what it hangs below stayed: it was left alone. */
    SKIPPED_CHANGED,

    /** Somebody pushed something else under the tag meanwhile; theirs stays. */
    MOVED,

    /** It is in use, or the registry itself protects it (409, 412): it was left alone. */
    PROTECTED,

    /** This account may not delete it. */
    DENIED,

    /** The registry cannot do that: usually, delete a tag alone. */
    NOT_SUPPORTED,

    /** The run ended before, or put it off; a later one may reach it. */
    NOT_REACHED,

    /** It was tried and failed, or what became of it cannot be told. */
    FAILED;

    /**
     * Whether the manifest, or the tag, is certainly not there any more.
     *
     * @return true for what was deleted now or before
     */
    public boolean isGone() {
        return this == DELETED || this == UNTAGGED || this == ALREADY_GONE;
    }
}
