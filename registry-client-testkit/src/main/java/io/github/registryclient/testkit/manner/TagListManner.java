package io.github.registryclient.testkit.manner;

/** How servers list tags otherwise than the specification says. */
public enum TagListManner implements Manner {
    /** In an order that means nothing, the same at each request. */
    UNSORTED,
    /** In the order in which the tags were first pushed. Those that an earlier registry left in a folder come first, sorted. */
    OLDEST_FIRST,
    /** All tags come in one answer, whatever {@code n} and {@code last} ask for. */
    UNPAGED,
    /** A page has 100 tags unless {@code n} says otherwise. */
    PAGES_OF_100,
    /** A page has at most 100 tags, asked for or not. */
    PAGES_OF_AT_MOST_100,
    /** {@code n} above 1000: 400 {@code PAGINATION_NUMBER_INVALID}. */
    N_ABOVE_1000_IS_REFUSED,
    /** {@code n} above 1000 means 1000. */
    N_ABOVE_1000_MEANS_1000,
    /** {@code n} above 1000: 405 {@code UNSUPPORTED} with a word about {@code maxResults}. */
    N_ABOVE_1000_IS_UNSUPPORTED,
    /** {@code n=0} means 1. */
    ZERO_MEANS_ONE,
    /** {@code n=0} gives an empty list even of a repository that does not exist. */
    ZERO_NEEDS_NO_REPOSITORY,
    /** {@code last} gives an empty list of a repository that does not exist. */
    LAST_NEEDS_NO_REPOSITORY,
    /** {@code n} below 0 or no number means none. */
    BAD_N_IS_IGNORED,
    /** {@code n} below 0 or no number: 400 {@code PAGINATION_NUMBER_INVALID}, which quotes it; an empty one means none. */
    BAD_N_IS_REFUSED,
    /** {@code n} below 0 or no number: 400 {@code PAGINATION_NUMBER_INVALID}, which says 0 of what is no number; an empty one means none. */
    BAD_N_IS_REFUSED_AS_A_NUMBER,
    /** {@code n} is no number: 400 {@code BAD_REQUEST}; an empty one means none. */
    BAD_N_IS_A_BAD_REQUEST,
    /** {@code n} below 0, no number, empty or said twice: 400 without a body. */
    BAD_N_IS_AN_EMPTY_ANSWER,
    /** {@code n} below 0: the connection is closed without an answer. */
    NEGATIVE_N_BREAKS_OFF,
    /** If the tag that {@code last} names is gone, the tag behind its place is left out. */
    UNKNOWN_LAST_SKIPS_ONE,
    /** If the tag that {@code last} names is gone: 404 without a body. */
    UNKNOWN_LAST_IS_NOT_FOUND,
    /** If no tag comes behind {@code last}, the list begins again. */
    LAST_OF_ALL_BEGINS_AGAIN,
    /** A full page has a Link even if it is the last one; {@link LinkManner#ON_FULL_PAGE} says that of the catalog as well. */
    FULL_PAGE_HAS_LINK,
    /**
     * Links carry a token as {@code next_page}, and {@code last} is read as such a token as well: what is none leads to the first
     * page again.
     */
    CURSOR_IS_A_TOKEN,
    /** {@code "tags":null} where there is none, unless {@code n=0} asked for none. */
    NULL_WHEN_EMPTY,
    /** No field {@code tags} where there is none. */
    NO_FIELD_WHEN_EMPTY,
    /** A {@code null} stands behind the first tag of a page, and one at its end. */
    NULL_ENTRIES,
    /** The digests of all manifests stand among the tags, on the page of the tag before them: {@code sha256:…}. */
    DIGESTS_AMONG_TAGS,
    /** Each page says its first tag twice, and a page that follows another begins with that one's last tag. */
    DUPLICATES,
    /** The answer's {@code name} is not the name that was asked for: its first segment is missing. */
    OTHER_NAME,
    /** Fields {@code child} and {@code manifest} say more: the repositories below, and every manifest with its tags. */
    WITH_MANIFESTS,
    /**
     * A repository into which no tag was ever pushed: 404 {@code NAME_UNKNOWN}. What lost its last tag before the registry was
     * opened on its folder counts as such.
     */
    NEVER_TAGGED_IS_UNKNOWN,
    /** A repository without tags: 404 {@code NAME_UNKNOWN}. */
    EMPTY_IS_UNKNOWN,
    /** A repository into which no manifest was ever pushed: 404 {@code NAME_UNKNOWN}. */
    WITHOUT_MANIFEST_IS_UNKNOWN,
    /** A repository that does not exist: 401 {@code UNAUTHORIZED}. */
    UNKNOWN_IS_UNAUTHORIZED
}
