package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.transport.SegmentedBytes;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The names of a page, each once, kept as the body they came in and where each begins in it: a page of a million tags costs
 * some twelve bytes a name beside its body, and names are made when they are read.
 */
final class ServedNames<T> implements Entries<T> {
    private static final int SMALLEST_TABLE = 64;

    private final JsonStrings strings;
    private final Function<String, T> type;
    private final SegmentedInts offsets = new SegmentedInts();
    private SegmentedInts table = SegmentedInts.zeros(SMALLEST_TABLE);

    ServedNames(SegmentedBytes body, Function<String, T> type) {
        this.strings = new JsonStrings(body);
        this.type = type;
    }

    /** Adds a name unless it is there; used while the page is read, never after. */
    void add(String name, int offset) {
        if (find(name) >= 0) {
            return;
        }
        offsets.add(offset);
        if (offsets.size() * 2 > table.size()) {
            grow();
        } else {
            insert(offsets.size() - 1, name.hashCode());
        }
    }

    private void grow() {
        int larger = table.size() * 2;
        table = new SegmentedInts(); // the old one may go before the new one comes
        table = SegmentedInts.zeros(larger);
        for (int index = 0; index < offsets.size(); index++) {
            insert(index, strings.hashAt(offsets.get(index)));
        }
    }

    @Override
    public List<T> list() {
        return new View();
    }

    @Override
    public boolean contains(T entry) {
        return find(entry.toString()) >= 0;
    }

    private int find(String name) {
        int slot = slot(name.hashCode());
        for (int entry = table.get(slot); entry != 0; entry = table.get(slot)) {
            if (strings.isAt(offsets.get(entry - 1), name)) {
                return entry - 1;
            }
            slot = slot + 1 & table.size() - 1;
        }
        return -1;
    }

    private void insert(int index, int hash) {
        int slot = slot(hash);
        while (table.get(slot) != 0) {
            slot = slot + 1 & table.size() - 1;
        }
        table.set(slot, index + 1);
    }

    /** Spreads the hashes, because those of names that count upwards lie side by side. */
    private int slot(int hash) {
        return (hash * 0x9E3779B9 >>> 7) & (table.size() - 1);
    }

    private final class View extends AbstractList<T> implements RandomAccess {
        @Override
        public T get(int index) {
            if (index < 0 || index >= offsets.size()) {
                throw new IndexOutOfBoundsException("index " + index + " of " + offsets.size());
            }
            return type.apply(strings.at(offsets.get(index)));
        }

        @Override
        public int size() {
            return offsets.size();
        }
    }
}
