package io.github.registryclient.testkit.manner;

/** How servers delete otherwise than the specification says. */
public enum DeletionManner implements Manner {
    /** DELETE of a tag: 400 {@code UNSUPPORTED}. */
    TAG_IS_UNSUPPORTED
}
