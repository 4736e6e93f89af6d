package io.github.registryclient.http.internal.listing;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves out pages without entries, which matter to those who look for what was lost between pages, and to nobody else. */
final class NonEmptyPages<T> extends LookAhead<List<T>> {
    private final Iterator<List<T>> pages;

    NonEmptyPages(Iterator<List<T>> pages) {
        this.pages = pages;
    }

    @Override
    @Nullable
    List<T> find() {
        while (pages.hasNext()) {
            List<T> page = pages.next();
            if (!page.isEmpty()) {
                return page;
            }
        }
        return null;
    }
}
