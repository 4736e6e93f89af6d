package io.github.registryclient.cleanup.policy;

/** What a rule says of what it matches. */
public enum Action {
    /** It stays, whatever other rules say. */
    KEEP,

    /** It goes, unless something keeps it. */
    DELETE
}
