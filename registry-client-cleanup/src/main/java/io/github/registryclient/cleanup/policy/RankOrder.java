package io.github.registryclient.cleanup.policy;

/** What newest means. */
public enum RankOrder {
    /** The youngest is the newest. */
    AGE,

    /** The highest version is the newest. */
    VERSION
}
