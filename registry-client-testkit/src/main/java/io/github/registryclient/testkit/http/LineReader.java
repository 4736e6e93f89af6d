package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads lines that end with CR LF, as long as all together stay within a limit. RFC 9112, 2.2, lets a server take a bare LF
 * too; this one does not, since two servers that see lines differently see requests differently. Used once for each head or
 * trailer.
 */
final class LineReader {
    private static final int USUAL_LENGTH = 128;
    private static final int END = "\r\n".length();

    private final ConnectionInput in;
    private int left;
    private byte[] line = new byte[USUAL_LENGTH];

    LineReader(ConnectionInput in, int limit) {
        this.in = in;
        this.left = limit;
    }

    /**
     * The next line without its end.
     *
     * @param status what to refuse with if the limit is reached
     */
    String next(int status) throws IOException {
        int length = 0;
        for (int c = in.require(); c != '\r'; c = in.require()) {
            if (c == '\n') {
                throw RefusedException.malformed("a line ends with a bare LF");
            }
            if (length + END >= left) {
                throw new RefusedException(status, "too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) c;
        }
        if (in.require() != '\n') {
            throw RefusedException.malformed("a CR that ends no line");
        }
        left -= length + END;
        if (left < 0) {
            throw new RefusedException(status, "too long");
        }
        return new String(line, 0, length, ISO_8859_1);
    }
}
