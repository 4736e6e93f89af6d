package io.github.registryclient.http.internal.listing;

import io.github.registryclient.http.internal.transport.SegmentedBytes;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The names of a page, each once, kept as the body they came in and where each begins in it: a page of a million tags costs
 * some sixteen bytes a name beside its body, and names are made when they are read.
 */
final class ServedNames<T> implements Entries<T> {
    private static final int NONE = -1;
    private static final int TOO_FAR = -2;
    /** In a table at most half full a search of a tenth of this is rarer than a broken disk, unless somebody chose the names. */
    private static final int MAX_STEPS = 1000;

    private final JsonStrings strings;
    private final Function<String, T> type;
    private int[] offsets = new int[16];
    private int[] hashes = new int[16];
    private int[] table = new int[64];
    private int size;

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
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size + (size >> 1));
            hashes = Arrays.copyOf(hashes, offsets.length);
        }
        offsets[size] = offset;
        hashes[size] = name.hashCode();
        size++;
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int index = 0; index < size; index++) {
                insert(index);
            }
        } else {
            insert(size - 1);
        }
        return true;
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
        int hash = name.hashCode();
        int slot = slot(hash);
        for (int steps = 0; table[slot] != 0; steps++) {
            int index = table[slot] - 1;
            if (hashes[index] == hash && strings.at(offsets[index]).equals(name)) {
                return index;
            }
            if (steps == MAX_STEPS) {
                return TOO_FAR;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return NONE;
    }

    private void insert(int index) {
        int slot = slot(hashes[index]);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = index + 1;
    }

    /** Spreads the hashes, because those of names that count upwards lie side by side (the finalizer of MurmurHash3). */
    private int slot(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) & (table.length - 1);
    }

    private final class View extends AbstractList<T> implements RandomAccess {
        @Override
        public T get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException("index " + index + " of " + size);
            }
            return type.apply(strings.at(offsets[index]));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
