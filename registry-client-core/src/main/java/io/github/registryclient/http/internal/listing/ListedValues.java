package io.github.registryclient.http.internal.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The entries of a page that fit into memory as they are. They are told apart by an order, not by their hashes: whoever made
 * them may have made those equal, and a search would take forever.
 *
 * @param <T> what is listed
 */
public final class ListedValues<T> implements Entries<T> {
    private final SortedSet<T> sorted;
    private final List<T> list;

    /**
     * Keeps each of some entries once.
     *
     * @param entries the entries
     * @param order equal only for equal entries
     */
    public ListedValues(Collection<T> entries, Comparator<T> order) {
        sorted = new TreeSet<>(order);
        List<T> distinct = new ArrayList<>();
        for (T entry : entries) {
            if (sorted.add(entry)) {
                distinct.add(entry);
            }
        }
        list = Collections.unmodifiableList(distinct);
    }

    @Override
    public List<T> list() {
        return list;
    }

    @Override
    public boolean contains(T entry) {
        return sorted.contains(entry);
    }
}
