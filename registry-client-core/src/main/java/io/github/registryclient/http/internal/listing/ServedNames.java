package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The names of a page, each once, kept as the body they came in and where each begins in it: a page of a million tags costs
 * some twelve bytes a name beside its body, and names are made when they are read.
 */
final class ServedNames<T> implements Entries<T> {
    private static final int NONE = -1;
    private static final int TOO_FAR = -2;
    /** In a table at most half full a search of a tenth of this is rarer than a broken disk, unless somebody chose the names. */
    private static final int MAX_STEPS = 1000;

    private static final int SMALLEST_TABLE = 64;

    private final JsonStrings strings;
    private final Function<String, T> type;
    private final SegmentedInts offsets = new SegmentedInts();
    private SegmentedInts table = SegmentedInts.zeros(SMALLEST_TABLE);

    ServedNames(SegmentedBytes body, Function<String, T> type) {
        this.strings = new JsonStrings(body);
        this.type = type;
    }

    /** Whether the bytes at an offset are read as this name again; not so for what only looks like UTF-8. */
    boolean reads(String name, int offset) {
        return strings.at(offset).equals(name);
    }

    /**
     * Adds a name unless it is there; used while the page is read, never after. False if so many names meet in the table that
     * it is no chance, and searching would take forever.
     */
    boolean add(String name, int offset) {
        int found = find(name);
        if (found != NONE) {
            return found != TOO_FAR;
        }
        offsets.add(offset);
        if (offsets.size() * 2 > table.size()) {
            grow();
        } else {
            insert(offsets.size() - 1, name.hashCode());
        }
        return true;
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
        for (int steps = 0; table.get(slot) != 0; steps++) {
            int index = table.get(slot) - 1;
            if (strings.isAt(offsets.get(index), name)) {
                return index;
            }
            if (steps == MAX_STEPS) {
                return TOO_FAR;
            }
            slot = slot + 1 & table.size() - 1;
        }
        return NONE;
    }

    private void insert(int index, int hash) {
        int slot = slot(hash);
        while (table.get(slot) != 0) {
            slot = slot + 1 & table.size() - 1;
        }
        table.set(slot, index + 1);
    }

    /** Spreads the hashes, because those of names that count upwards lie side by side (the finalizer of MurmurHash3). */
    private int slot(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) & (table.size() - 1);
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
