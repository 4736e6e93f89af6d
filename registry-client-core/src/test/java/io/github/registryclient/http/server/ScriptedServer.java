package io.github.registryclient.http.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that says on the wire exactly what a script says: half a header, a body that never ends, nothing at all. Each
 * connection has a thread; the script is asked for every request that arrives on it.
 */
public final class ScriptedServer implements AutoCloseable {
    /** What the server does with a request. */
    @FunctionalInterface
    public interface Script {
        /** Answers, or does not; an {@link IOException} closes the connection. */
        void serve(Exchange exchange) throws IOException;
    }

    /** Shows the sample manifest to every HEAD, as deletions look before and after; the script does the rest. */
    public static Script showingManifest(Script rest) {
        return exchange -> {
            if (exchange.method().equals("HEAD")) {
                exchange.reply(
                        200,
                        "",
                        "Content-Type: " + Samples.OCI_MANIFEST,
                        "Docker-Content-Digest: " + Samples.sha256(Samples.MANIFEST));
            } else {
                rest.serve(exchange);
            }
        };
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger most = new AtomicInteger();

    /** Starts on a free loopback port. */
    public ScriptedServer(Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start("accept", this::accept);
    }

    /** The URL of its root. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Its port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** All requests so far. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** How many connections are open now, as far as the server has noticed. */
    public int openConnections() {
        return open.size();
    }

    /** How many connections were open at a time. */
    public int mostConnections() {
        return most.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                most.accumulateAndGet(open.size(), Math::max);
                start("connection", () -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (Exchange next = Exchange.read(socket); next != null; next = Exchange.read(socket)) {
                exchanges.add(next);
                script.serve(next);
            }
        } catch (IOException cut) {
            // by the script or by the client
        } finally {
            open.remove(socket);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "scripted-server-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (SocketException alreadyClosed) {
            // fine
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
