package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One connection from its first byte to its end. */
final class Connection implements Runnable {
    private final ConnectionSockets sockets;
    private final ServerContext context;

    Connection(ConnectionSockets sockets, ServerContext context) {
        this.sockets = sockets;
        this.context = context;
    }

    @Override
    public void run() {
        try {
            context.pauses().pause(context.options().readDelay());
            Socket socket = sockets.open(context.options());
            serve(new ConnectionInput(socket.getInputStream()), new ConnectionOutput(socket.getOutputStream()));
            sockets.closeGently();
        } catch (CutException e) {
            sockets.cut(e.cut());
        } catch (IOException gone) {
            // the client ended it, or the server, or they could not agree on TLS
        } finally {
            sockets.close();
        }
    }

    private void serve(ConnectionInput in, ConnectionOutput wire) throws IOException {
        Conversation conversation = new Conversation(in, wire, context);
        boolean more = true;
        while (more && awaitRequest(in)) {
            sockets.patience(context.options().readTimeout());
            more = conversation.next();
        }
    }

    private boolean awaitRequest(ConnectionInput in) throws IOException {
        sockets.patience(context.options().idleTimeout());
        try {
            return in.await();
        } catch (SocketTimeoutException idle) {
            return false;
        }
    }

    /** Ends it at once, from any thread. */
    void close() {
        sockets.close();
    }
}
