package io.github.registryclient.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;

/**
 * A TCP proxy on the loopback interface that makes a near server far: every byte arrives half a round trip after it was sent,
 * each way. Latency is constant and throughput is not limited; order is kept, and an end of stream travels like the bytes
 * before it. Connecting to the proxy itself is not delayed.
 *
 * <p>One thread, whatever the number of connections. Thread-safe.
 */
public final class DelayProxy implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final long CLOSE_MILLIS = 5_000;

    private final URI uri;
    private final Duration roundTrip;
    private final ProxyLoop loop;
    private final Thread thread;

    private DelayProxy(URI uri, Duration roundTrip, ProxyLoop loop) {
        this.uri = uri;
        this.roundTrip = roundTrip;
        this.loop = loop;
        this.thread = new Thread(loop, "testkit-delay-proxy-" + uri.getPort());
        thread.setDaemon(true);
    }

    /**
     * Starts a proxy on a free port.
     *
     * @param target where to go; host and port count
     * @param roundTrip the latency there and back, 0 or more
     * @return a proxy that accepts connections
     * @throws UncheckedIOException if there is no free port
     */
    public static DelayProxy start(URI target, Duration roundTrip) {
        if (roundTrip.isNegative()) {
            throw new IllegalArgumentException("a round trip takes no negative time: " + roundTrip);
        }
        if (target.getHost() == null || target.getPort() < 0) {
            throw new IllegalArgumentException("no host and port in " + target);
        }
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            try {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
                int port = server.socket().getLocalPort();
                ProxyLoop loop = new ProxyLoop(
                        server, new InetSocketAddress(target.getHost(), target.getPort()), roundTrip.toNanos() / 2);
                DelayProxy proxy =
                        new DelayProxy(URI.create(target.getScheme() + "://127.0.0.1:" + port), roundTrip, loop);
                proxy.thread.start();
                return proxy;
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy could not be started", e);
        }
    }

    /**
     * Where the proxy stands in for its target.
     *
     * @return the target's scheme, {@code 127.0.0.1} and the proxy's port
     */
    public URI uri() {
        return uri;
    }

    /**
     * The latency there and back.
     *
     * @return as given
     */
    public Duration roundTrip() {
        return roundTrip;
    }

    /**
     * How many connections clients hold now.
     *
     * @return 0 or more
     */
    public int openConnections() {
        return loop.openConnections();
    }

    /**
     * How many connections clients ever made.
     *
     * @return 0 or more
     */
    public long acceptedConnections() {
        return loop.acceptedConnections();
    }

    /** Cuts all connections and frees port and thread. May be called more than once and from any thread. */
    @Override
    public void close() {
        loop.stop();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
