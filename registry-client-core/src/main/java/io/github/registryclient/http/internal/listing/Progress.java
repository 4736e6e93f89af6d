package io.github.registryclient.http.internal.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a listing has come: its first and its last page, how many entries came, and whether a page was linked. */
final class Progress<T> {
    private @Nullable Page<T> first;
    private @Nullable Page<T> last;
    private String query = "";
    private long served;
    private boolean linked;

    /** Adds a page; its entries that were not on the page before. */
    List<T> add(Page<T> page, String askedWith, boolean leadsOn) {
        List<T> fresh = FreshEntries.of(page, last);
        if (first == null) {
            first = page;
        }
        last = page;
        query = askedWith;
        served += fresh.size() == page.entries().list().size() ? page.served() : fresh.size();
        linked |= leadsOn;
        return fresh;
    }

    /** Forgets it all, for the listing begins at its first entry again. */
    void reset() {
        first = null;
        last = null;
        served = 0;
        linked = false;
    }

    boolean isAtStart() {
        return last == null;
    }

    Page<T> first() {
        return require(first);
    }

    Page<T> last() {
        return require(last);
    }

    /** What the last page was asked for with. */
    String query() {
        return query;
    }

    long served() {
        return served;
    }

    boolean isLinked() {
        return linked;
    }

    private static <T> Page<T> require(@Nullable Page<T> page) {
        if (page == null) {
            throw new IllegalStateException("no page yet");
        }
        return page;
    }
}
