package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One connection from its first byte to its end. */
final class Connection implements Runnable {
    private final Link link;
    private final ServerContext context;

    Connection(Link link, ServerContext context) {
        this.link = link;
        this.context = context;
    }

    @Override
    public void run() {
        try {
            context.pauses().pause(context.options().readDelay());
            Socket socket = link.open(context.options());
            serve(new ConnectionInput(socket.getInputStream()), new Wire(socket.getOutputStream()));
            link.closeGently();
        } catch (CutException e) {
            link.cut(e.cut());
        } catch (IOException gone) {
            // the client ended it, or the server, or they could not agree on TLS
        } finally {
            link.close();
        }
    }

    private void serve(ConnectionInput in, Wire wire) throws IOException {
        Conversation conversation = new Conversation(in, wire, context);
        boolean more = true;
        while (more && awaitRequest(in)) {
            link.patience(context.options().readTimeout());
            more = conversation.next();
        }
    }

    private boolean awaitRequest(ConnectionInput in) throws IOException {
        link.patience(context.options().idleTimeout());
        try {
            return in.await();
        } catch (SocketTimeoutException idle) {
            return false;
        }
    }

    /** Ends it at once, from any thread. */
    void close() {
        link.close();
    }
}
