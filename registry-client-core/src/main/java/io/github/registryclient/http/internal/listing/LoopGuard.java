package io.github.registryclient.http.internal.listing;

/**
 * Notices a listing that goes in circles or never ends, in constant memory: a query is remembered at growing distances, so
 * that any circle meets it sooner or later (Brent's algorithm).
 */
final class LoopGuard {
    private static final int MAX_PAGES = 1_000_000;
    private static final int MAX_EMPTY_PAGES = 100;

    private String remembered;
    private int pages;
    private int renewAt = 2;
    private int emptyPages;

    LoopGuard(String firstQuery) {
        remembered = firstQuery;
    }

    /** Called with each page that has a next one. */
    <T> void check(Page<T> page, String nextQuery) {
        pages++;
        emptyPages = page.served() == 0 ? emptyPages + 1 : 0;
        if (nextQuery.equals(remembered)) {
            throw page.incomplete("the listing goes in circles: its next page was asked for before");
        }
        if (pages >= MAX_PAGES || emptyPages >= MAX_EMPTY_PAGES) {
            throw page.incomplete(
                    "the listing does not end: " + pages + " pages, the last " + emptyPages + " of them empty");
        }
        if (pages == renewAt) {
            remembered = nextQuery;
            renewAt *= 2;
        }
    }
}
