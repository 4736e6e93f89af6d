package io.github.registryclient.testkit.fault;

import io.github.registryclient.testkit.http.Forwarder;
import io.github.registryclient.testkit.http.HttpServer;
import io.github.registryclient.testkit.http.HttpServerOptions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An HTTP proxy on the loopback interface that stands in for a registry and does to its traffic what a {@link FaultPlan} says.
 *
 * <pre>{@code
 * FaultPlan plan = FaultPlan.seeded(seed).with(FaultKind.UNAVAILABLE, 0.1).with(FaultKind.ANSWER_CUT, 0.05);
 * try (FaultyProxy proxy = FaultyProxy.start(registry.uri(), plan)) {
 *     // use proxy.uri() in the place of the registry's
 * }
 * }</pre>
 *
 * <p>It never sends a request to the registry twice, and {@code Host} stays as the client has it, so that a registry that makes
 * addresses of it makes the proxy's. Messages are held in memory. Plain http only. Thread-safe.
 */
public final class FaultyProxy implements AutoCloseable {
    private final URI uri;
    private final FaultPlan plan;
    private final Forwarder registry;
    private final FaultyHandler handler;
    private final HttpServer server;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private FaultyProxy(Forwarder registry, FaultPlan plan) {
        this.plan = plan;
        this.registry = registry;
        this.handler = new FaultyHandler(plan, registry);
        this.server = HttpServer.start(handler, HttpServerOptions.defaults().onFailure(failures::add));
        this.uri = URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Starts a proxy on a free port.
     *
     * @param registry where to go; host and port count
     * @param plan what to do
     * @return a proxy that accepts connections
     * @throws IllegalArgumentException if the registry's URL is not one of plain http with a host and a port
     * @throws java.io.UncheckedIOException if there is no free port
     */
    public static FaultyProxy start(URI registry, FaultPlan plan) {
        if (!"http".equalsIgnoreCase(registry.getScheme()) || registry.getHost() == null || registry.getPort() < 0) {
            throw new IllegalArgumentException("not http with host and port: " + registry);
        }
        return new FaultyProxy(new Forwarder(new InetSocketAddress(registry.getHost(), registry.getPort())), plan);
    }

    /**
     * Where the proxy stands in for the registry.
     *
     * @return {@code http}, {@code 127.0.0.1} and the proxy's port
     */
    public URI uri() {
        return uri;
    }

    /**
     * What came so far, as far as it was answered.
     *
     * @return in the order in which answers began; does not change any more
     */
    public List<ProxiedRequest> requests() {
        return handler.log();
    }

    /**
     * How many requests have arrived whose answers have not begun; what these do to the registry may still come.
     *
     * @return 0 or more
     */
    public int requestsUnderWay() {
        return handler.underWay();
    }

    /**
     * How many connections clients hold now, as far as the proxy has noticed.
     *
     * @return 0 or more
     */
    public int openConnections() {
        return server.openConnections();
    }

    /**
     * How many connections clients ever made.
     *
     * @return 0 or more
     */
    public long acceptedConnections() {
        return server.acceptedConnections();
    }

    /**
     * What the proxy itself, or an event of the plan, failed with; a run with such a failure proves nothing.
     *
     * @return empty if all went as planned
     */
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Ends all connections and frees the port. May be called more than once and from any thread. */
    @Override
    public void close() {
        registry.close();
        server.close();
    }

    /** Where it stands and what it does, for people. */
    @Override
    public String toString() {
        return "faulty proxy at " + uri + ", " + plan;
    }
}
