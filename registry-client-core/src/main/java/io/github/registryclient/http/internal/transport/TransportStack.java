package io.github.registryclient.http.internal.transport;

import java.net.http.HttpClient;
import java.time.Clock;

/**
 * Assembles the layers, once, from the innermost to the outermost. A request passes them the other way: the call's life and
 * deadline, redirects, credentials, repetitions, the host's gate, the registry's warnings, what is told of each attempt, the proxy, one attempt.
 * What lies below the credentials is shared by all accounts; requests for tokens go down the same lower part.
 */
public final class TransportStack implements AutoCloseable {
    private final Lifecycle lifecycle = new Lifecycle();
    private final BodyTimer timer = new BodyTimer();
    private final ClientHolder client;
    private final TransportSettings settings;
    private final Clock clock;
    private final Repetition repetition;
    private final Transport retrying;
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
        Events events = settings.events();
        Proxies proxies = Proxies.of(jdk);
        Transport attempt =
                new JdkTransport(client, timer, lifecycle, settings.timeouts(), settings.userAgent(), proxies);
        Transport proxied = new ProxiedTransport(attempt, proxies);
        Transport observed = new ObservedTransport(proxied, events, clock);
        Transport warning = new WarningTransport(observed, settings.registry(), events);
        Transport gated =
                new HostGates(settings.registry(), () -> new HostGate(warning, settings.gate(), clock, events));
        repetition = new Repetition(settings.retries(), events);
        retrying =
                new RetryingTransport(gated, new RetryPolicy(settings.retries().retries()), repetition);
        plainHttp = new PlainHttp(settings.plainHttpCredentials(), proxies);
    }

    /**
     * The top of the stack, for one account.
     *
     * @param authentication the account
     * @return what sends requests
     */
    public Caller caller(Authentication authentication) {
        Transport authenticating = authentication.above(retrying, plainHttp);
        Transport redirecting = new RedirectingTransport(authenticating, settings.redirects());
        return new GuardedCaller(redirecting, lifecycle, repetition, settings.timeouts(), clock);
    }

    @Override
    public void close() {
        lifecycle.close();
        timer.close();
        client.close();
    }
}
