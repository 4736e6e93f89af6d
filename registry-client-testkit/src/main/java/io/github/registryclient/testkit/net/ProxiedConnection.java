package io.github.registryclient.testkit.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A client's connection, the server's that belongs to it, and the two lanes between them. */
final class ProxiedConnection {
    private final ConnectionEnd client;
    private final ConnectionEnd server;
    private final Lane up;
    private final Lane down;
    private final Runnable whenClosed;
    private boolean closed;

    ProxiedConnection(SocketChannel client, SocketChannel server, Runnable whenClosed) {
        this.client = new ConnectionEnd(this, client);
        this.server = new ConnectionEnd(this, server);
        this.up = new Lane(this, this.client, this.server);
        this.down = new Lane(this, this.server, this.client);
        this.whenClosed = whenClosed;
    }

    /** Nothing is read from the client before there is a server to send it to. */
    void register(Selector selector) throws IOException {
        client.register(selector, 0);
        server.register(selector, SelectionKey.OP_CONNECT);
        if (server.channel().isConnected()) {
            connected();
        }
    }

    void connected() {
        server.wantConnect(false);
        server.wantRead(true);
        client.wantRead(true);
    }

    Lane laneFrom(ConnectionEnd end) {
        return end == client ? up : down;
    }

    Lane laneTo(ConnectionEnd end) {
        return end == client ? down : up;
    }

    boolean isClosed() {
        return closed;
    }

    void closeIfFinished() {
        if (up.isFinished() && down.isFinished()) {
            close();
        }
    }

    void close() {
        if (!closed) {
            closed = true;
            client.close();
            server.close();
            whenClosed.run();
        }
    }
}
