package io.github.registryclient.http.internal.listing;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The entries of a page that were not on the page before, by their places: a page of a million is not copied. */
final class FreshEntries<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> entries;
    private final int[] places;

    private FreshEntries(List<T> entries, int[] places) {
        this.entries = entries;
        this.places = places;
    }

    static <T> List<T> of(Page<T> page, @Nullable Page<T> before) {
        List<T> entries = page.entries().list();
        if (before == null) {
            return entries;
        }
        int[] places = IntStream.range(0, entries.size())
                .filter(place -> !before.entries().contains(entries.get(place)))
                .toArray();
        return places.length == entries.size() ? entries : new FreshEntries<>(entries, places);
    }

    @Override
    public T get(int index) {
        return entries.get(places[index]);
    }

    @Override
    public int size() {
        return places.length;
    }
}
