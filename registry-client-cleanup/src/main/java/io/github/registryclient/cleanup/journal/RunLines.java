package io.github.registryclient.cleanup.journal;

import io.github.registryclient.error.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a run one after the other, until the end or one that was not written whole. Not thread-safe. */
final class RunLines {
    private final InputStream in;
    private byte[] line = new byte[0];
    private String before = Line.FIRST;
    private String check = Line.FIRST;
    private long from;
    private long to;
    private int number;
    private boolean torn;

    RunLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Goes to the next line; says false where there is none, or only what is left of one. */
    boolean next() throws IOException {
        number++;
        ByteArrayOutputStream read = new ByteArrayOutputStream(512);
        int next = in.read();
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (read.size() == Line.LONGEST) {
                throw new InvalidInputException("it is longer than any that a journal has");
            }
            read.write(next);
        }
        line = read.toByteArray();
        boolean isWhole = next >= 0 && Line.isWhole(line, check);
        if (!isWhole) {
            torn = line.length > 0 || next >= 0;
            makeSureItIsTheLast(next < 0 || isEnd());
            return false;
        }
        before = check;
        check = Line.checkOf(line);
        from = to;
        to += line.length + 1;
        return true;
    }

    /** Two lines whose end between them was changed seem to be one that is torn. */
    private void makeSureItIsTheLast(boolean isLast) {
        if (!isLast) {
            throw new InvalidInputException(
                    "its check does not fit: it was changed, or a line before it was taken away, put in, or moved");
        }
        if (Line.beginsWithWhole(line, check)) {
            throw new InvalidInputException("its end was changed: another line follows without one");
        }
    }

    private boolean isEnd() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next < 0;
    }

    /** Its object, without the check. */
    String object() {
        return Line.objectOf(line);
    }

    /** Where it is. */
    Place place() {
        return new Place(from, (int) (to - from) - 1, before);
    }

    int number() {
        return number;
    }

    /** Where the whole lines end, in bytes. */
    long end() {
        return to;
    }

    /** The check of the last whole line. */
    String check() {
        return check;
    }

    /** Whether something follows that was not written whole. */
    boolean isTorn() {
        return torn;
    }

    /** Where a line is in its file. */
    static final class Place {
        final long from;
        final int length;
        /** The check of the line before. */
        final String before;

        Place(long from, int length, String before) {
            this.from = from;
            this.length = length;
            this.before = before;
        }
    }
}
