package io.github.registryclient.testkit.registry.synthetic;

import io.github.registryclient.name.Digest;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number of a digest that can be computed from it. The first question computes all of them, once, and keeps eight
 * bytes for each: five that begin the digest and three of the number. Whether the rest is right is computed anew. Thread-safe.
 */
final class DigestIndex {
    private static final int HEX_DIGITS = 10;
    private static final int NUMBER_BITS = 24;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

    private final int count;
    private final IntFunction<Digest> sha256Of;
    private long @Nullable [] sorted;

    /** The function gives sha256 digests. */
    DigestIndex(int count, IntFunction<Digest> sha256Of) {
        this.count = count;
        this.sha256Of = sha256Of;
    }

    OptionalInt find(Digest digest) {
        if (!digest.algorithm().equals("sha256")) {
            return OptionalInt.empty();
        }
        long[] entries = entries();
        long start = start(digest);
        int found = Arrays.binarySearch(entries, start);
        for (int i = found < 0 ? -found - 1 : found; i < entries.length; i++) {
            if ((entries[i] & ~NUMBER_MASK) != start) {
                break;
            }
            int number = (int) (entries[i] & NUMBER_MASK);
            if (sha256Of.apply(number).equals(digest)) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    /** In the upper bits, where it is ordered as a signed number: as good an order as any. */
    private static long start(Digest sha256) {
        return Long.parseLong(sha256.encoded().substring(0, HEX_DIGITS), 16) << NUMBER_BITS;
    }

    private synchronized long[] entries() {
        if (sorted == null) {
            long[] entries = new long[count];
            for (int number = 0; number < count; number++) {
                entries[number] = start(sha256Of.apply(number)) | number;
            }
            Arrays.sort(entries);
            sorted = entries;
        }
        return sorted;
    }
}
