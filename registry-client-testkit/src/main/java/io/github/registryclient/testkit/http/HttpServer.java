package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/**
 * An HTTP/1.1 server on the loopback interface. A thread for each connection, all of them daemons.
 *
 * <p>Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(1);

    private final ServerSocket listener;
    private final ServerContext context;
    private final Connections connections;
    private final Thread acceptor;

    private HttpServer(ServerSocket listener, ServerContext context) {
        String name = "testkit-http-" + context.port();
        this.listener = listener;
        this.context = context;
        this.connections = new Connections(name);
        this.acceptor = new Thread(new Acceptor(listener, connections, context), name + "-accept");
        acceptor.setDaemon(true);
    }

    /**
     * Starts a server on a free port.
     *
     * @param handler answers the requests; must be thread-safe
     * @param options how to listen
     * @return a server that accepts connections
     * @throws UncheckedIOException if there is no free port
     */
    public static HttpServer start(Handler handler, HttpServerOptions options) {
        try {
            ServerSocket listener = new ServerSocket(0, options.backlog(), InetAddress.getLoopbackAddress());
            ServerContext context = new ServerContext(handler, options, listener.getLocalPort());
            HttpServer server = new HttpServer(listener, context);
            server.acceptor.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the server could not be started", e);
        }
    }

    /**
     * Where it listens.
     *
     * @return the port, also after the end
     */
    public int port() {
        return context.port();
    }

    /**
     * How many connections are open now, as far as the server has noticed.
     *
     * @return 0 or more
     */
    public int openConnections() {
        return connections.open();
    }

    /**
     * How many connections were ever accepted.
     *
     * @return 0 or more
     */
    public long acceptedConnections() {
        return connections.accepted();
    }

    /**
     * Ends every connection and every delay, interrupts handlers, and waits up to a second until all threads have ended. May be
     * called more than once and from any thread, a handler's too.
     */
    @Override
    public void close() {
        context.pauses().end();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the server could not be closed", e);
        }
        Deadline deadline = new Deadline(END);
        deadline.await(acceptor);
        connections.close(deadline);
    }
}
