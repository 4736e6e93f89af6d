package io.github.registryclient.http.internal.coding;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes gzip off a body: one member or several, each whole and with the right checksum and size, and nothing behind them. The
 * JDK's {@code GZIPInputStream} would wait, leave out members where a piece ends between two, and pass over garbage.
 */
final class GzipDecoder implements BodyDecoder {
    private static final int TRAILER = 8;
    private static final long UNSIGNED_INT = 0xffffffffL;
    private static final long FREE = 256 << 10;
    private static final int MOST_INFLATION = 32;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private GzipHeader header = new GzipHeader();
    private boolean inContent;
    private int trailerLeft;
    private long trailer;
    private long taken;
    private long given;
    private boolean closed;

    @Override
    public synchronized int decode(ByteBuffer came, byte[] target, int offset, int length) throws UndecodableBody {
        if (closed) {
            came.position(came.limit());
            return 0;
        }
        int before = came.remaining();
        int count = inContent ? inflate(came, target, offset, length) : 0;
        while (count == 0 && came.hasRemaining()) {
            if (inContent) {
                count = inflate(came, target, offset, length);
            } else {
                frame(came.get() & 0xff);
            }
        }
        taken += before - came.remaining();
        given += count;
        if (taken > FREE + MOST_INFLATION * given) {
            throw new UndecodableBody("brings hardly any content"); // empty members without end, for instance
        }
        return count;
    }

    private int inflate(ByteBuffer came, byte[] target, int offset, int length) throws UndecodableBody {
        try {
            inflater.setInput(came);
            int count = inflater.inflate(target, offset, length);
            checksum.update(target, offset, count);
            if (inflater.needsDictionary()) {
                throw new UndecodableBody("is no gzip");
            }
            if (inflater.finished()) {
                inContent = false;
                trailerLeft = TRAILER;
                trailer = 0;
            }
            return count;
        } catch (DataFormatException e) {
            throw new UndecodableBody("is no gzip");
        }
    }

    private void frame(int octet) throws UndecodableBody {
        if (trailerLeft > 0) {
            trailer = trailer >>> Byte.SIZE | (long) octet << (Long.SIZE - Byte.SIZE);
            if (--trailerLeft == 0) {
                finishMember();
            }
        } else {
            inContent = header.take(octet);
        }
    }

    /** The trailer is the checksum, then the size, both of four bytes with the lowest one first. */
    private void finishMember() throws UndecodableBody {
        long size = inflater.getBytesWritten() & UNSIGNED_INT;
        if ((trailer & UNSIGNED_INT) != checksum.getValue() || trailer >>> Integer.SIZE != size) {
            throw new UndecodableBody("is damaged: its checksum or size is wrong");
        }
        inflater.reset();
        checksum.reset();
        header = new GzipHeader();
    }

    /** No byte at all is an empty body. */
    @Override
    public synchronized void end() throws UndecodableBody {
        if (inContent || trailerLeft > 0 || header.isBegun()) {
            throw new UndecodableBody("is cut off");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        inflater.end();
    }
}
