package io.github.registryclient.testkit.manner;

import io.github.registryclient.testkit.EmbeddedRegistryBuilder;

/** How servers list repositories otherwise than Docker's specification says. */
public enum CatalogManner implements Manner {
    /**
     * There is no catalog: 404 in plain text. To take it from another server, {@link EmbeddedRegistryBuilder#noCatalog} does for a
     * test.
     */
    ABSENT,
    /** There is no catalog: 405 {@code UNSUPPORTED}. */
    UNSUPPORTED,
    /** Whoever asks is no administrator: 401 {@code UNAUTHORIZED} with a challenge of Basic. */
    FOR_ADMINISTRATORS,
    /** Whoever asks may not: 401 {@code UNAUTHORIZED} with a challenge of Bearer that says {@code insufficient_scope}. */
    INSUFFICIENT_SCOPE,
    /**
     * Whoever sends no credentials sees an empty catalog, with status 200. {@code /v2/} asks for credentials (Basic), and any are
     * taken.
     */
    EMPTY_FOR_ANONYMOUS,
    /** A page has 100 names unless {@code n} says otherwise. */
    PAGES_OF_100,
    /** A page has at most 100 names, asked for or not. */
    PAGES_OF_AT_MOST_100,
    /** There are no more than 10,000 names where there is no {@code n}, and nothing says so. */
    CUT_AT_10000,
    /** {@code n} above 1000: 400 {@code PAGINATION_NUMBER_INVALID}. */
    N_ABOVE_1000_IS_REFUSED,
    /** {@code n} above 1000 means 1000. */
    N_ABOVE_1000_MEANS_1000,
    /** {@code n} above 1000: 405 {@code UNSUPPORTED} with a word about {@code maxResults}. */
    N_ABOVE_1000_IS_UNSUPPORTED,
    /** {@code n=0} means 1. */
    ZERO_MEANS_ONE,
    /** {@code n} below 0 or no number means none. */
    BAD_N_IS_IGNORED,
    /** {@code n} below 0 or no number: 400 {@code PAGINATION_NUMBER_INVALID}; an empty one means none. */
    BAD_N_IS_REFUSED,
    /** {@code n} below 0 or no number: 400 {@code BAD_REQUEST}; an empty one means none. */
    BAD_N_IS_A_BAD_REQUEST,
    /** {@code n} below 0 or no number means 0, one that is too large for a number means all, an empty one means none. */
    BAD_N_MEANS_ZERO,
    /**
     * Distribution 2.8's walk over its folders: a child whose first character is a digit is listed before its parent. A parent is
     * lost where a page ends between them; where nothing but the parent follows, all that comes later is lost as well,
     * for there is no Link.
     */
    WALKED_ON_DISK_AS_2_8,
    /**
     * Distribution 3.0.0's and 3.1.1's walk over their folders: as that of 2.8, but where a page is full and the parent of its last
     * name follows, the connection is closed without an answer. {@code last} is where the walk begins.
     */
    WALKED_ON_DISK_AS_3_0,
    /**
     * Distribution 3.1.2's walk over its folders: no parent is lost, but in more places the connection is closed without an
     * answer.
     */
    WALKED_ON_DISK_AS_3_1_2,
    /** Names are compared segment by segment: {@code a/b} comes before {@code a-b}. */
    SEGMENT_BY_SEGMENT,
    /** In another order at each request. */
    RANDOM_ORDER,
    /** {@code last} is not looked at. */
    LAST_IS_IGNORED,
    /** {@code last} is not looked at where there is no {@code n}. */
    LAST_NEEDS_N,
    /** If the repository that {@code last} names is not listed: 400 {@code BAD_REQUEST}. */
    UNKNOWN_LAST_IS_REFUSED,
    /** If the repository that {@code last} names is not listed, an empty page ends the catalog. */
    UNKNOWN_LAST_ENDS_IT,
    /** A full page has a Link even if it is the last one; {@link LinkManner#ON_FULL_PAGE} says that of tags as well. */
    FULL_PAGE_HAS_LINK,
    /**
     * Links carry a token as {@code next_page}, and {@code last} is read as such a token as well: what is none leads to the first
     * page again.
     */
    CURSOR_IS_A_TOKEN,
    /** {@code "repositories":null} where there is none. */
    NULL_WHEN_EMPTY,
    /**
     * A repository into which no manifest was ever pushed is not listed. What lost its last manifest before the registry was
     * opened on its folder counts as such.
     */
    WITHOUT_MANIFEST_IS_ABSENT,
    /** A repository without manifests is not listed. */
    EMPTY_IS_ABSENT
}
