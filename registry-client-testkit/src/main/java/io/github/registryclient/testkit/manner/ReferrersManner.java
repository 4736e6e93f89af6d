package io.github.registryclient.testkit.manner;

/** How servers do without the referrers API. */
public enum ReferrersManner implements Manner {
    /** 404 in plain text. */
    ABSENT
}
