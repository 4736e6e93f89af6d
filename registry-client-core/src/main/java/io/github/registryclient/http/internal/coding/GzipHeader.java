package io.github.registryclient.http.internal.coding;

import java.util.List;

/** The header of one member of a gzip body (RFC 1952, section 2.3), byte by byte. */
final class GzipHeader {
    private static final int FIXED = 10;
    private static final List<Integer> BEGIN = List.of(0x1f, 0x8b, 8);
    private static final int FLAGS = 3;
    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;
    private static final int TWO_BYTES = 2;

    private int count;
    private int due;
    private int lengthBytes;
    private int extraLeft;
    private int checksumBytes;

    boolean isBegun() {
        return count > 0;
    }

    /** Takes the next byte; true if it was the last one. */
    boolean take(int octet) throws UndecodableBody {
        if (count < FIXED) {
            fixed(octet);
            return count == FIXED && due == 0;
        }
        if ((due & EXTRA) != 0) {
            extra(octet);
        } else if ((due & NAME) != 0) {
            due &= octet == 0 ? ~NAME : due;
        } else if ((due & COMMENT) != 0) {
            due &= octet == 0 ? ~COMMENT : due;
        } else if (++checksumBytes == TWO_BYTES) {
            due = 0;
        }
        return due == 0;
    }

    private void fixed(int octet) throws UndecodableBody {
        if (count < BEGIN.size() && octet != BEGIN.get(count) || count == FLAGS && (octet & RESERVED) != 0) {
            throw new UndecodableBody("is no gzip");
        }
        if (count == FLAGS) {
            due = octet & (CHECKSUM | EXTRA | NAME | COMMENT);
        }
        count++;
    }

    private void extra(int octet) {
        if (lengthBytes < TWO_BYTES) {
            extraLeft |= octet << (Byte.SIZE * lengthBytes++);
        } else {
            extraLeft--;
        }
        if (lengthBytes == TWO_BYTES && extraLeft == 0) {
            due &= ~EXTRA;
        }
    }
}
