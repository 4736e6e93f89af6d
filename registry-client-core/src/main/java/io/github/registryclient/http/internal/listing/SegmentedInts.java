package io.github.registryclient.http.internal.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers in pieces of equal size: growing copies nothing, and a small heap need not have one large free part. */
final class SegmentedInts {
    private static final int SEGMENT = 16 << 10;
    private static final int FIRST = 16; // most pages are small

    private final List<int[]> segments = new ArrayList<>();
    private int size;

    SegmentedInts() {}

    /** A number of zeros. */
    static SegmentedInts zeros(int count) {
        SegmentedInts zeros = new SegmentedInts();
        for (int size = 0; size < count; size += SEGMENT) {
            zeros.segments.add(new int[Math.min(SEGMENT, count - size)]);
        }
        zeros.size = count;
        return zeros;
    }

    void add(int value) {
        int used = size % SEGMENT;
        if (used == 0) {
            segments.add(new int[size == 0 ? FIRST : SEGMENT]);
        } else if (size < SEGMENT && used == segments.get(0).length) {
            segments.set(0, Arrays.copyOf(segments.get(0), used * 2));
        }
        segments.get(segments.size() - 1)[used] = value;
        size++;
    }

    int get(int index) {
        return segments.get(index / SEGMENT)[index % SEGMENT];
    }

    void set(int index, int value) {
        segments.get(index / SEGMENT)[index % SEGMENT] = value;
    }

    int size() {
        return size;
    }
}
