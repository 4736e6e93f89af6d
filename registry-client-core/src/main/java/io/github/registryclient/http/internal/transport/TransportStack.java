package io.github.registryclient.http.internal.transport;

import java.net.http.HttpClient;
import java.time.Clock;

/**
 * Assembles the layers, once, from the innermost to the outermost. A request passes them the other way: the call's life and
 * deadline, redirects, credentials, the gate, the registry's warnings, the proxy, one attempt. What lies below the credentials is shared by
 * all accounts; requests for tokens go down the same lower part, with a gate for each token server.
 */
public final class TransportStack implements AutoCloseable {
    private final Lifecycle lifecycle = new Lifecycle();
    private final BodyTimer timer = new BodyTimer();
    private final ClientHolder client;
    private final TransportSettings settings;
    private final Clock clock;
    private final Transport gated;
    private final Transport others;
    private final PlainHttp plainHttp;

    /**
     * Assembles a stack.
     *
     * @param jdk the JDK's client, from now on owned by the stack
     * @param settings what the layers need to know
     * @param clock the clock of deadlines
     */
    public TransportStack(HttpClient jdk, TransportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        client = new ClientHolder(jdk);
        Proxies proxies = Proxies.of(jdk);
        Transport attempt =
                new JdkTransport(client, timer, lifecycle, settings.timeouts(), settings.userAgent(), proxies);
        Transport proxied = new ProxiedTransport(attempt, proxies);
        Transport warning = WarningTransport.logging(proxied, settings.registry());
        gated = new GatedTransport(warning, settings.concurrency());
        others = new OriginGates(warning, settings.registry(), gated, settings.concurrency());
        plainHttp = new PlainHttp(settings.plainHttpCredentials(), proxies);
    }

    /**
     * The top of the stack, for one account.
     *
     * @param authentication the account
     * @return what sends requests
     */
    public Caller caller(Authentication authentication) {
        Transport authenticating = authentication.above(gated, others, plainHttp);
        Transport redirecting = new RedirectingTransport(authenticating, settings.redirects());
        return new GuardedCaller(redirecting, lifecycle, settings.timeouts(), clock);
    }

    @Override
    public void close() {
        lifecycle.close();
        timer.close();
        client.close();
    }
}
