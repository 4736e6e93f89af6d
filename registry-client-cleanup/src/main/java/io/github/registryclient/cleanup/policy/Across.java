package io.github.registryclient.cleanup.policy;

/** Of an index, how many of its images have to fulfil a condition on labels, annotations or platforms. */
public enum Across {
    /** One is enough. */
    ANY,

    /** Every one has to. */
    ALL
}
