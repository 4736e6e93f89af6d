package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import java.net.http.HttpClient;
import java.time.Clock;

/**
 * The lower part of the stack: one attempt through the JDK's client, the proxy's account, what is told of it, the registry's
 * warnings. Shared by all accounts of a client; also that by which all of it ends. Thread-safe.
 */
public final class Wire implements Transport, AutoCloseable {
    private final Lifecycle lifecycle = new Lifecycle();
    private final BodyTimer timer = new BodyTimer();
    private final ClientHolder client;
    private final Proxies proxies;
    private final Transport top;

    /**
     * Assembles it.
     *
     * @param jdk the JDK's client, from now on owned by this
     * @param registry whose warnings count
     * @param timeouts the time limits
     * @param userAgent the User-Agent header
     * @param events where to tell of attempts and warnings
     * @param clock the clock of deadlines
     */
    public Wire(HttpClient jdk, Origin registry, Timeouts timeouts, String userAgent, Events events, Clock clock) {
        client = new ClientHolder(jdk);
        proxies = Proxies.of(jdk);
        Transport attempt = new JdkTransport(client, timer, lifecycle, timeouts, userAgent, proxies);
        Transport proxied = new ProxiedTransport(attempt, proxies);
        Transport observed = new ObservedTransport(proxied, events, clock);
        top = new WarningTransport(observed, registry, events);
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        return top.send(request, deadline);
    }

    /**
     * What runs.
     *
     * @return where calls are registered
     */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /**
     * The rule for credentials over plain http.
     *
     * @param allowed whether they may go to other hosts than this one
     * @return the rule, which knows the proxies on the way
     */
    public PlainHttp plainHttp(boolean allowed) {
        return new PlainHttp(allowed, proxies);
    }

    @Override
    public void close() {
        lifecycle.close();
        timer.close();
        client.close();
    }
}
