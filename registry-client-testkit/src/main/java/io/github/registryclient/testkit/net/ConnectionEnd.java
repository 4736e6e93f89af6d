package io.github.registryclient.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The socket towards the client, or the one towards the server. */
final class ConnectionEnd {
    private final ProxiedConnection connection;
    private final SocketChannel channel;
    private @Nullable SelectionKey key;

    ConnectionEnd(ProxiedConnection connection, SocketChannel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    ProxiedConnection connection() {
        return connection;
    }

    SocketChannel channel() {
        return channel;
    }

    void register(Selector selector, int interest) throws IOException {
        key = channel.register(selector, interest, this);
    }

    void serve(SelectionKey ready, ProxyLoop loop) throws IOException {
        if (ready.isValid() && ready.isConnectable()) {
            channel.finishConnect();
            connection.connected();
        }
        if (ready.isValid() && ready.isReadable()) {
            loop.read(connection.laneFrom(this));
        }
        if (ready.isValid() && ready.isWritable()) {
            connection.laneTo(this).write();
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket could not be closed", e);
        }
    }

    void wantConnect(boolean wanted) {
        want(SelectionKey.OP_CONNECT, wanted);
    }

    void wantRead(boolean wanted) {
        want(SelectionKey.OP_READ, wanted);
    }

    void wantWrite(boolean wanted) {
        want(SelectionKey.OP_WRITE, wanted);
    }

    private void want(int operation, boolean wanted) {
        if (key == null || !key.isValid()) {
            return;
        }
        int before = key.interestOps();
        int after = wanted ? before | operation : before & ~operation;
        if (after != before) {
            key.interestOps(after);
        }
    }
}
