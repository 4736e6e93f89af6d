package io.github.registryclient.http.internal.bytes;

import java.io.InputStream;

/** Reads {@link SegmentedBytes}. */
final class SegmentedInputStream extends InputStream {
    private final SegmentedBytes bytes;
    private int at;

    SegmentedInputStream(SegmentedBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return at < bytes.size() ? bytes.at(at++) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = bytes.copyTo(at, target, offset, length);
        at += Math.max(count, 0);
        return count;
    }

    @Override
    public int available() {
        return bytes.size() - at;
    }
}
