package io.github.registryclient.testkit.traffic.wire;

import java.util.ArrayList;
import java.util.List;

/** What went wrong in the registry itself. Thread-safe. */
public final class Failures {
    private static final int MOST = 10;

    private final List<Throwable> first = new ArrayList<>();
    private long count;

    /** Remembers one; of many the first ones. */
    public synchronized void add(Throwable failure) {
        count++;
        if (first.size() < MOST) {
            first.add(failure);
        }
    }

    synchronized List<Throwable> first() {
        return List.copyOf(first);
    }

    synchronized long count() {
        return count;
    }
}
