package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Accepts connections until the server closes. */
final class Acceptor implements Runnable {
    private static final Duration RECOVERY = Duration.ofMillis(10);

    private final ServerSocket listener;
    private final Connections connections;
    private final ServerContext context;

    Acceptor(ServerSocket listener, Connections connections, ServerContext context) {
        this.listener = listener;
        this.connections = connections;
        this.context = context;
    }

    @Override
    public void run() {
        try {
            while (!context.pauses().ended()) {
                acceptOne();
            }
        } catch (IOException closed) {
            // the server is closed
        }
    }

    /** A process without free file descriptors may have some later. */
    private void acceptOne() throws IOException {
        Socket socket;
        try {
            socket = listener.accept();
        } catch (IOException e) {
            context.pauses().pause(RECOVERY);
            return;
        }
        try {
            context.pauses().pause(context.options().acceptDelay());
            connections.start(new Connection(new ConnectionSockets(socket), context));
        } catch (IOException | RuntimeException | Error e) {
            socket.close();
            throw e;
        }
    }
}
