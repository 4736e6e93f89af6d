package io.github.registryclient.http.internal.listing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of a page that fit into memory as they are.
 *
 * @param <T> what is listed
 */
public final class ListedValues<T> implements Entries<T> {
    private final Set<T> set;
    private final List<T> list;

    /**
     * Keeps each of some entries once.
     *
     * @param entries the entries
     */
    public ListedValues(Collection<T> entries) {
        this.set = new LinkedHashSet<>(entries);
        this.list = List.copyOf(set);
    }

    @Override
    public List<T> list() {
        return list;
    }

    @Override
    public boolean contains(T entry) {
        return set.contains(entry);
    }
}
