package io.github.registryclient.testkit.manner;

/** How servers lead to the next page of a listing otherwise than by a path of their own. */
public enum LinkManner implements Manner {
    /** With scheme and host. */
    ABSOLUTE
}
