package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP/1.1 server on the loopback interface. A thread for each connection, all of them daemons.
 *
 * <p>Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Handler handler;
    private final HttpServerOptions options;
    private final Pauses pauses = new Pauses();
    private final DateLine date = new DateLine(Clock.systemUTC());
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    private HttpServer(ServerSocket listener, Handler handler, HttpServerOptions options) {
        this.listener = listener;
        this.handler = handler;
        this.options = options;
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
            HttpServer server = new HttpServer(listener, handler, options);
            start("testkit-http-" + server.port(), server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the server could not be started", e);
        }
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Connection connection = new Connection(new Line(socket), handler, options, pauses, date, port());
                open.add(connection);
                start("testkit-http-" + port() + "-connection", () -> {
                    try {
                        connection.run();
                    } finally {
                        open.remove(connection);
                    }
                });
            }
        } catch (IOException closed) {
            // the server is closed
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends every connection and every delay. May be called more than once and from any thread. */
    @Override
    public void close() {
        pauses.end();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(Connection::close);
    }
}
