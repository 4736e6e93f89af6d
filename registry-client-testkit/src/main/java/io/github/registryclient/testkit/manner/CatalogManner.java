package io.github.registryclient.testkit.manner;

/** How servers list repositories otherwise than Docker's specification says. */
public enum CatalogManner implements Manner {
    /** There is no catalog: 404 in plain text. */
    ABSENT
}
