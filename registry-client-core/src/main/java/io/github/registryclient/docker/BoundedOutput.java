package io.github.registryclient.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes what a process has printed so far, keeps its beginning, and never waits for more. */
final class BoundedOutput {
    private static final int CHUNK = 1 << 16;
    /** Enough for a look; a flood must not keep the caller from looking at the time. */
    private static final int CHUNKS = 64;

    private final InputStream stream;
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean over;

    BoundedOutput(InputStream stream, int limit) {
        this.stream = stream;
        this.limit = limit;
    }

    void take() throws IOException {
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            int ready = stream.available();
            if (ready <= 0) {
                return;
            }
            keep(stream.readNBytes(Math.min(ready, CHUNK)));
        }
    }

    private void keep(byte[] bytes) {
        int room = Math.min(bytes.length, limit - kept.size());
        kept.write(bytes, 0, room);
        over |= room < bytes.length;
    }

    /** Whether there was more than is kept. */
    boolean isOver() {
        return over;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
