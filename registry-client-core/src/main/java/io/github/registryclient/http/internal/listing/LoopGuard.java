package io.github.registryclient.http.internal.listing;

import org.jspecify.annotations.Nullable;

/**
 * Notices a listing that goes in circles or never ends, in constant memory: a query and the end of its page are remembered at
 * growing distances, so that any circle meets them sooner or later (Brent's algorithm), also one whose cursors never repeat.
 */
final class LoopGuard {
    private static final int MAX_PAGES = 1_000_000;
    private static final int MAX_EMPTY_PAGES = 100;

    private String remembered;
    private @Nullable String rememberedEnd;
    private int rememberedSize;
    private int pages;
    private int renewAt = 2;
    private int emptyPages;

    LoopGuard(String firstQuery) {
        remembered = firstQuery;
    }

    /** Called with each page that has a next one. */
    void check(Page<?> page, String nextQuery) {
        pages++;
        emptyPages = page.served() == 0 ? emptyPages + 1 : 0;
        String end = page.lastServed().orElse(null);
        if (nextQuery.equals(remembered)) {
            throw page.incomplete("the listing goes in circles: its next page was asked for before");
        }
        if (end != null && end.equals(rememberedEnd) && page.served() == rememberedSize) {
            throw page.incomplete("the listing goes in circles: a page with the same end came before");
        }
        if (pages >= MAX_PAGES || emptyPages >= MAX_EMPTY_PAGES) {
            throw page.incomplete(
                    "the listing does not end: " + pages + " pages, the last " + emptyPages + " of them empty");
        }
        if (pages == renewAt) {
            remembered = nextQuery;
            rememberedEnd = end;
            rememberedSize = page.served();
            renewAt *= 2;
        }
    }
}
