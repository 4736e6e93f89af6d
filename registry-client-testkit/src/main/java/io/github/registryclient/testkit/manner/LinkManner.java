package io.github.registryclient.testkit.manner;

/** How servers lead to the next page of tags or repositories otherwise than by a path of their own in a plain {@code Link}. */
public enum LinkManner implements Manner {
    /** With scheme and host. */
    ABSOLUTE,
    /** With scheme and host, the scheme being the other one of http and https. */
    OTHER_SCHEME,
    /** On another host: {@code https://registry.example}. */
    OTHER_HOST,
    /** With scheme, host and a prefix of the path that leads nowhere: {@code /repository/docker}. */
    OTHER_PREFIX,
    /** Without the first segment of the repository's name; nothing changes where the name has one segment only. */
    LOST_FIRST_SEGMENT,
    /** Relative to the last segment of the path: {@code list?n=…}. */
    RELATIVE,
    /** The target stands without {@code <>}. */
    WITHOUT_BRACKETS,
    /** {@code rel=next}. */
    UNQUOTED_REL,
    /** Names and relation in capitals. */
    UPPER_CASE,
    /** Parameters stand before and behind {@code rel}, one of them with a comma and a semicolon in it. */
    OTHER_PARAMETERS,
    /** A link to the first page stands before it in the same header. */
    OTHER_REL_FIRST,
    /** Two links in one header, the other one behind it. */
    TWO_IN_ONE,
    /** Two headers, the one that counts being the second. */
    TWO_HEADERS,
    /** {@code last} before {@code n} in the query. */
    LAST_BEFORE_N,
    /** The {@code /} in {@code last} is not percent-encoded. */
    UNESCAPED,
    /** None: pages of {@code n} names end as if they were the last. */
    MISSING,
    /** To the same page again, for ever. */
    REPEATED,
    /**
     * Also on a full page that is the last one, and so to an empty page. Servers that do so in one listing only have
     * {@link TagListManner#FULL_PAGE_HAS_LINK} or {@link CatalogManner#FULL_PAGE_HAS_LINK}.
     */
    ON_FULL_PAGE,
    /** On every page that is not empty, and so to an empty page at the end. */
    ON_NON_EMPTY_PAGE
}
