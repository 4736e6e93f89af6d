package io.github.registryclient.testkit.net;

import java.nio.ByteBuffer;

/** Bytes on their way, or the end of the stream. */
final class Chunk {
    private final Lane lane;
    private final ByteBuffer bytes;
    private final boolean end;
    private final long arrival;

    Chunk(Lane lane, ByteBuffer bytes, boolean end, long arrival) {
        this.lane = lane;
        this.bytes = bytes;
        this.end = end;
        this.arrival = arrival;
    }

    Lane lane() {
        return lane;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    boolean isEnd() {
        return end;
    }

    /** By {@link System#nanoTime()}. */
    long arrival() {
        return arrival;
    }
}
