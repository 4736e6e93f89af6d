package io.github.registryclient.testkit.manner;

/** How servers list tags otherwise than the specification says. */
public enum TagListManner implements Manner {
    /** All tags come in one answer, whatever {@code n} and {@code last} ask for. */
    UNPAGED
}
