package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.testkit.registry.synthetic.NumberedSlice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Names in order, of which many need not be in memory. Immutable. */
public final class Names implements Iterable<String> {
    private final List<String> listed;
    private final NumberedSlice numbered;
    private final int size;

    /** So many of both, whose first ones stand in both parts; no name stands in both. */
    Names(List<String> listed, NumberedSlice numbered, int limit) {
        this.listed = listed;
        this.numbered = numbered;
        this.size = (int) Math.min(limit, (long) listed.size() + numbered.size());
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** No more than so many of them. */
    public Names first(int limit) {
        return new Names(listed, numbered, Math.min(size, limit));
    }

    /** All of them, in memory. */
    public List<String> toList() {
        List<String> names = new ArrayList<>(size);
        forEach(names::add);
        return names;
    }

    @Override
    public Iterator<String> iterator() {
        return new Merge();
    }

    private final class Merge implements Iterator<String> {
        private final Iterator<String> many = numbered.iterator();
        private final Iterator<String> few = listed.iterator();
        private String nextOfMany = next(many);
        private String nextOfFew = next(few);
        private int left = size;

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public String next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            boolean ofFew = nextOfMany.isEmpty() || !nextOfFew.isEmpty() && nextOfFew.compareTo(nextOfMany) < 0;
            String next = ofFew ? nextOfFew : nextOfMany;
            if (ofFew) {
                nextOfFew = next(few);
            } else {
                nextOfMany = next(many);
            }
            return next;
        }

        /** Empty at the end; no name is. */
        private String next(Iterator<String> names) {
            return names.hasNext() ? names.next() : "";
        }
    }
}
