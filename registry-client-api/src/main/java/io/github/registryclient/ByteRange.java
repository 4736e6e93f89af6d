package io.github.registryclient;

import io.github.registryclient.error.InvalidInputException;

/** A part of a blob: bytes {@code first} to {@code last}, both counted from 0 and included. */
public final class ByteRange {
    private final long first;
    private final long last;

    private ByteRange(long first, long last) {
        this.first = first;
        this.last = last;
    }

    /**
     * A part by its ends.
     *
     * @param first the first byte, 0 or more
     * @param last the last byte, not before the first
     * @return the range
     * @throws InvalidInputException if the ends are out of order or negative
     */
    public static ByteRange of(long first, long last) {
        if (first < 0 || last < first || last - first == Long.MAX_VALUE) {
            throw new InvalidInputException(
                    "invalid byte range " + first + "-" + last + ": expected 0 <= first <= last");
        }
        return new ByteRange(first, last);
    }

    /**
     * The first byte.
     *
     * @return 0 or more
     */
    public long first() {
        return first;
    }

    /**
     * The last byte, included.
     *
     * @return not before the first
     */
    public long last() {
        return last;
    }

    /**
     * How many bytes.
     *
     * @return 1 or more
     */
    public long length() {
        return last - first + 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteRange && ((ByteRange) other).first == first && ((ByteRange) other).last == last;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first) * 31 + Long.hashCode(last);
    }

    /**
     * The range as HTTP writes it.
     *
     * @return such as {@code 0-99}
     */
    @Override
    public String toString() {
        return first + "-" + last;
    }
}
