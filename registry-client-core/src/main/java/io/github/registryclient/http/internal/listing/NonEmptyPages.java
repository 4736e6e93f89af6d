package io.github.registryclient.http.internal.listing;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Leaves out pages without entries, which matter to those who look for what was lost between pages, and to nobody else. */
final class NonEmptyPages<T> implements Iterator<List<T>> {
    private final Iterator<List<T>> pages;
    private @Nullable List<T> ready;

    NonEmptyPages(Iterator<List<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (ready == null && pages.hasNext()) {
            List<T> page = pages.next();
            ready = page.isEmpty() ? null : page;
        }
        return ready != null;
    }

    @Override
    public List<T> next() {
        List<T> page = hasNext() ? ready : null;
        if (page == null) {
            throw new NoSuchElementException();
        }
        ready = null;
        return page;
    }
}
