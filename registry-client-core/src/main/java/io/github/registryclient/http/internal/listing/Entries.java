package io.github.registryclient.http.internal.listing;

import java.util.List;

/**
 * The entries of one page, each once, in the order received. Immutable.
 *
 * @param <T> what is listed
 */
public interface Entries<T> {
    /**
     * The entries.
     *
     * @return an unmodifiable list, perhaps one that makes its elements when asked
     */
    List<T> list();

    /**
     * Whether an entry is among them, without walking over all.
     *
     * @param entry any entry
     * @return true if it is
     */
    boolean contains(T entry);
}
