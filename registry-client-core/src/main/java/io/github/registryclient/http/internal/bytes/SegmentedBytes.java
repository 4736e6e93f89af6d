package io.github.registryclient.http.internal.bytes;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A body read whole, kept in pieces of equal size: a listing of a million tags fits into a small heap because nothing is
 * copied into one array. Written by one thread, then only read.
 */
public final class SegmentedBytes {
    private static final int SEGMENT = 64 << 10;

    private final List<byte[]> segments = new ArrayList<>(1);
    private int size;

    /** Creates an empty one. */
    public SegmentedBytes() {}

    /**
     * Appends what the buffer holds.
     *
     * @param buffer is read to its end
     */
    public void append(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            byte[] last = lastWithRoom(buffer.remaining());
            int used = size % SEGMENT;
            int count = Math.min(buffer.remaining(), last.length - used);
            buffer.get(last, used, count);
            size += count;
        }
    }

    /** The last piece. The first one is no larger than needed and grows, because most bodies are small. */
    private byte[] lastWithRoom(int wanted) {
        int used = size % SEGMENT;
        if (used == 0) {
            segments.add(new byte[size == 0 ? Math.min(wanted, SEGMENT) : SEGMENT]);
        } else if (used == segments.get(0).length) {
            int grown = Math.max(used * 2, used + Math.min(wanted, SEGMENT));
            segments.set(0, Arrays.copyOf(segments.get(0), Math.min(grown, SEGMENT)));
        }
        return segments.get(segments.size() - 1);
    }

    /**
     * How many bytes.
     *
     * @return the size
     */
    public int size() {
        return size;
    }

    /**
     * One byte.
     *
     * @param index from 0
     * @return the byte there
     */
    public byte at(int index) {
        return segments.get(index / SEGMENT)[index % SEGMENT];
    }

    /**
     * A part, copied.
     *
     * @param from first byte
     * @param to behind the last byte
     * @return the part
     */
    public byte[] copy(int from, int to) {
        byte[] part = new byte[to - from];
        int done = 0;
        while (done < part.length) {
            done += copyTo(from + done, part, done, part.length - done);
        }
        return part;
    }

    /** Copies up to {@code length} bytes from one segment; -1 at the end. */
    int copyTo(int from, byte[] target, int offset, int length) {
        if (from >= size) {
            return -1;
        }
        int count = Math.min(Math.min(length, size - from), SEGMENT - from % SEGMENT);
        System.arraycopy(segments.get(from / SEGMENT), from % SEGMENT, target, offset, count);
        return count;
    }

    /**
     * All of it, copied.
     *
     * @return the bytes
     */
    public byte[] toByteArray() {
        return copy(0, size);
    }

    /**
     * A stream over it that copies nothing.
     *
     * @return a new stream from the first byte
     */
    public InputStream stream() {
        return new SegmentedInputStream(this);
    }
}
