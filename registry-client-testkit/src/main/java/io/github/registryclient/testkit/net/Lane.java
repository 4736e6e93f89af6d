package io.github.registryclient.testkit.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One direction of a connection. */
final class Lane {
    /** More than any window needs at sensible latencies; beyond it the sender has to wait. */
    private static final long MAX_HELD_BYTES = 8 << 20;

    private final ProxiedConnection connection;
    private final ConnectionEnd from;
    private final ConnectionEnd to;
    private final Deque<Chunk> unwritten = new ArrayDeque<>();
    private long held;
    private boolean ended;
    private boolean finished;

    Lane(ProxiedConnection connection, ConnectionEnd from, ConnectionEnd to) {
        this.connection = connection;
        this.from = from;
        this.to = to;
    }

    ProxiedConnection connection() {
        return connection;
    }

    SocketChannel source() {
        return from.channel();
    }

    boolean isFinished() {
        return finished;
    }

    void departed(int bytes, boolean end) {
        held += bytes;
        ended |= end;
        from.wantRead(!ended && held < MAX_HELD_BYTES);
    }

    void arrived(Chunk chunk) throws IOException {
        if (connection.isClosed()) {
            return;
        }
        unwritten.add(chunk);
        if (unwritten.size() == 1) {
            write();
        }
    }

    void write() throws IOException {
        for (Chunk chunk = unwritten.peek(); chunk != null; chunk = unwritten.peek()) {
            int before = chunk.bytes().remaining();
            to.channel().write(chunk.bytes());
            held -= before - chunk.bytes().remaining();
            if (chunk.bytes().hasRemaining()) {
                break;
            }
            unwritten.remove();
            if (chunk.isEnd()) {
                finished = true;
                to.channel().shutdownOutput();
                connection.closeIfFinished();
                return;
            }
        }
        to.wantWrite(!unwritten.isEmpty());
        from.wantRead(!ended && held < MAX_HELD_BYTES);
    }
}
