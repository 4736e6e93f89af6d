package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks another server what this one was asked, over plain HTTP/1.1, and never twice: what fails on the way fails. Connections are
 * kept for a moment, for servers end those that are idle.
 *
 * <p>Thread-safe.
 */
public final class Forwarder implements AutoCloseable {
    private final InetSocketAddress server;
    private final Deque<ForwardedConnection> idle = new ArrayDeque<>();
    private final Set<ForwardedConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Connects to nobody yet.
     *
     * @param server who is asked
     */
    public Forwarder(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Asks it.
     *
     * @param request what is asked; {@code Host} goes along as it is
     * @param body the request's, read before
     * @return the whole answer, its body in memory; headers of a connection are left out
     * @throws IOException if there is no answer
     */
    public Response forward(Request request, byte[] body) throws IOException {
        ForwardedConnection connection = connection();
        boolean reusable = false;
        try {
            Response response = connection.ask(request, body);
            reusable = connection.isReusable();
            return response;
        } finally {
            release(connection, reusable);
        }
    }

    /**
     * How many connections it has.
     *
     * @return 0 or more
     */
    public int openConnections() {
        return open.size();
    }

    private ForwardedConnection connection() throws IOException {
        Optional<ForwardedConnection> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        ForwardedConnection fresh = ForwardedConnection.to(server);
        open.add(fresh);
        if (closed) {
            release(fresh, false);
            throw new IOException("the proxy is closed");
        }
        return fresh;
    }

    private synchronized Optional<ForwardedConnection> kept() {
        while (!idle.isEmpty()) {
            ForwardedConnection kept = idle.pop();
            if (kept.isFresh()) {
                return Optional.of(kept);
            }
            end(kept);
        }
        return Optional.empty();
    }

    private synchronized void release(ForwardedConnection connection, boolean reusable) {
        if (reusable && !closed) {
            idle.push(connection);
        } else {
            end(connection);
        }
    }

    private void end(ForwardedConnection connection) {
        open.remove(connection);
        connection.close();
    }

    /** Ends all connections, those in use too. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        open.forEach(this::end);
    }
}
