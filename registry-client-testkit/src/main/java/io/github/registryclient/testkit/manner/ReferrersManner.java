package io.github.registryclient.testkit.manner;

import io.github.registryclient.testkit.EmbeddedRegistryBuilder;

/** How servers do without the referrers API, or with half of it. */
public enum ReferrersManner implements Manner {
    /**
     * 404 in plain text. To take the API from another server, {@link EmbeddedRegistryBuilder#noReferrersApi} does for a test.
     */
    ABSENT,
    /** 404 {@code METHOD_UNKNOWN}. */
    METHOD_UNKNOWN,
    /** 400 in plain text. */
    BAD_REQUEST,
    /** 403 {@code DENIED}. */
    DENIED,
    /** 405 in plain text. */
    NOT_ALLOWED,
    /** 406 in plain text. */
    NOT_ACCEPTABLE,
    /** 303 to another host's page for people. */
    SEE_OTHER,
    /** 200 with a page for people. */
    PAGE,
    /** 200 with an index of another {@code Content-Type}. */
    CONTENT_TYPE_IS_JSON,
    /** Nothing is filtered, and no {@code OCI-Filters-Applied} says that anything was. */
    UNFILTERED,
    /** What is filtered is said in an annotation of the index, as in a draft, in the place of the header. */
    FILTER_IN_AN_ANNOTATION,
    /** A subject that is not there: 400 {@code MANIFEST_INVALID}, in the place of an index. */
    MISSING_SUBJECT_IS_INVALID,
    /** A repository that was never pushed to: 404 {@code NAME_UNKNOWN}, in the place of an empty index. */
    MISSING_REPOSITORY_IS_NAME_UNKNOWN,
    /** PUT of a manifest with a subject is not answered with {@code OCI-Subject}. */
    SUBJECT_IS_NOT_HANDLED
}
