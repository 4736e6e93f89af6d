package io.github.registryclient;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Walks over pages entry by entry, fetching a page only when its first entry is wanted. */
final class PageFlattener<T> implements Iterator<T> {
    private final Iterator<List<T>> pages;
    private Iterator<T> page = Collections.emptyIterator();

    PageFlattener(Iterator<List<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && pages.hasNext()) {
            page = pages.next().iterator();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
