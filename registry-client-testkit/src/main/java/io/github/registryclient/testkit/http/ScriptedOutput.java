package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.OutputStream;

/** Waits within a body, and cuts it, where a delivery says. */
final class ScriptedOutput extends OutputStream {
    private final OutputStream out;
    private final Timing timing;
    private final CutPoint cut;
    private final Pauses pauses;
    private final long end;
    private long sent;

    ScriptedOutput(OutputStream out, Delivery delivery, Pauses pauses) {
        this.out = out;
        this.timing = delivery.timing();
        this.cut = delivery.cut();
        this.pauses = pauses;
        this.end = cut.in(CutPoint.Place.BODY) ? cut.bytes() : Long.MAX_VALUE;
    }

    /** What comes before the first byte. */
    void begin() throws IOException {
        reached();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            long step = Math.min(timing.next(sent), end) - sent;
            int count = (int) Math.min(length - done, step);
            out.write(bytes, offset + done, count);
            done += count;
            sent += count;
            if (count == step) {
                reached();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** A body that is shorter than the place to cut it ends there too. */
    void finish() throws IOException {
        if (cut.in(CutPoint.Place.BODY)) {
            cutHere();
        }
    }

    private void reached() throws IOException {
        if (!timing.at(sent).isZero()) {
            out.flush();
            pauses.pause(timing.at(sent));
        }
        if (sent >= end) {
            cutHere();
        }
    }

    private void cutHere() throws IOException {
        out.flush();
        throw new CutException(cut.cut());
    }
}
