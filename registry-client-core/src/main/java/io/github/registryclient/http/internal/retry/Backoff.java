package io.github.registryclient.http.internal.retry;

import java.util.Random;

/** How long to wait before the next attempt: twice as long each time, and never all at the same moment. Thread-safe. */
final class Backoff {
    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int MOST_DOUBLINGS = 10;

    private final Random random;

    Backoff(Random random) {
        this.random = random;
    }

    /** Between half of it and all of it, after that many failures, the first being 1. */
    long millis(int failures) {
        long whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS));
        return whole / 2 + (long) (random.nextDouble() * (whole - whole / 2));
    }
}
