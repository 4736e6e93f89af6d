package io.github.registryclient.testkit.registry.synthetic;

import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The end of a sequence of {@link NumberedNames}, as it was at some moment. Immutable. */
public final class NumberedSlice implements Iterable<String> {
    private final NumberedNames names;
    private final int from;
    private final int to;
    private final BitSet hidden;

    /** The names of some numbers, less those hidden, which are counted from the first. */
    NumberedSlice(NumberedNames names, int from, int to, BitSet hidden) {
        this.names = names;
        this.from = from;
        this.to = to;
        this.hidden = hidden;
    }

    /** How many names there are. */
    public int size() {
        return to - from - hidden.cardinality();
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private int next = from + hidden.nextClearBit(0);

            @Override
            public boolean hasNext() {
                return next < to;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String name = names.name(next);
                next = from + hidden.nextClearBit(next + 1 - from);
                return name;
            }
        };
    }
}
