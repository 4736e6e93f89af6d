package io.github.registryclient.http.internal.listing;

/** What a page says about the end of its listing, and so what is asked next. */
enum Ending {
    /** There is a next page. */
    GOES_ON,
    /** It was the last page. */
    END,
    /** The page may have been cut: asked for with another size its end falls elsewhere. */
    OTHER_SIZE,
    /** The first page may have been cut: the listing without page size tells. */
    PROVE,
    /** The listing without page size may have been cut too: all of it with another size. */
    AGAIN_WITH_OTHER_SIZE,
    /** It contradicts what came before. */
    UNPROVABLE
}
