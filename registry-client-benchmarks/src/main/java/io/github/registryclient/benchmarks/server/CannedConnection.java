package io.github.registryclient.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link CannedServer}: requests without bodies come in, answers go out in the same order. */
final class CannedConnection {
    private static final int LARGEST_REQUEST = 16 << 10;

    private final SocketChannel channel;
    private final CannedAnswers answers;
    private final byte[] bytes = new byte[LARGEST_REQUEST];
    private final ByteBuffer received = ByteBuffer.wrap(bytes);
    private @Nullable ByteBuffer answer;

    CannedConnection(SocketChannel channel, CannedAnswers answers) {
        this.channel = channel;
        this.answers = answers;
    }

    /** Goes on where the connection is ready to; false when it has ended. */
    boolean serve(SelectionKey key) throws IOException {
        if (answer == null && channel.read(received) < 0) {
            return false;
        }
        while (answer != null || takeRequest()) {
            if (!write()) {
                key.interestOps(SelectionKey.OP_WRITE);
                return true;
            }
        }
        if (!received.hasRemaining()) {
            return false; // a request larger than any that a benchmark sends
        }
        key.interestOps(SelectionKey.OP_READ);
        return true;
    }

    private boolean write() throws IOException {
        ByteBuffer current = answer;
        if (current != null) {
            channel.write(current);
            answer = current.hasRemaining() ? current : null;
        }
        return answer == null;
    }

    /** Takes a complete request out of what was received. */
    private boolean takeRequest() {
        int end = endOfHeaders();
        if (end < 0) {
            return false;
        }
        int methodEnd = indexOf((byte) ' ', 0);
        int targetEnd = indexOf((byte) ' ', methodEnd + 1);
        answer = answers.find(new String(bytes, 0, targetEnd, StandardCharsets.US_ASCII));
        received.limit(received.position()).position(end);
        received.compact();
        return true;
    }

    private int endOfHeaders() {
        for (int i = 3; i < received.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int indexOf(byte wanted, int from) {
        int i = from;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}
