package io.github.registryclient.http.internal.listing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that has to find its next element before it knows whether there is one. */
abstract class LookAhead<T> implements Iterator<T> {
    private @Nullable T found;

    /** The next element, or null at the end. If it throws, it is called again when the iteration goes on. */
    abstract @Nullable T find();

    @Override
    public final boolean hasNext() {
        if (found == null) {
            found = find();
        }
        return found != null;
    }

    @Override
    public final T next() {
        T next = hasNext() ? found : null;
        if (next == null) {
            throw new NoSuchElementException();
        }
        found = null;
        return next;
    }
}
