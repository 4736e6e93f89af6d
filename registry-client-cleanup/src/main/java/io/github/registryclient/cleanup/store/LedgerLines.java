package io.github.registryclient.cleanup.store;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Hasher;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The lines of a ledger one after the other, each with its number, and the digest of those before. Not thread-safe. */
final class LedgerLines {
    /** More than the longest names take, in bytes. */
    private static final int LONGEST = 8 << 10;

    private final InputStream in;
    private final Hasher hasher = Hasher.sha256();
    private final byte[] line = new byte[LONGEST];
    private int length;
    private int number;

    LedgerLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next one, without its end. */
    String next() throws IOException {
        hasher.update(line, 0, length);
        length = 0;
        number++;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new InvalidInputException("it ends here, and a ledger ends with a line \"end\"");
            }
            if (length == LONGEST - 1) {
                throw new InvalidInputException("the line is longer than " + LONGEST + " bytes");
            }
            line[length++] = (byte) next;
        }
        line[length++] = '\n';
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length - 1))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("it is no text in UTF-8", e);
        }
    }

    /** The digest of the lines before this one. */
    Digest before() {
        return hasher.finish();
    }

    boolean isEnd() throws IOException {
        return in.read() < 0;
    }

    /** What is wrong with this one. */
    InvalidInputException wrong(InvalidInputException what) {
        return new InvalidInputException("line " + number + ": " + what.getMessage(), what);
    }
}
