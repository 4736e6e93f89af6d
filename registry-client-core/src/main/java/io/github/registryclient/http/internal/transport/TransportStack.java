package io.github.registryclient.http.internal.transport;

import io.github.registryclient.auth.CredentialsProvider;
import java.net.http.HttpClient;
import java.time.Clock;

/**
 * Assembles the layers, once, from the innermost to the outermost. A request passes them the other way: the call's life and
 * deadline, redirects, credentials, the gate, the registry's warnings, one attempt.
 */
public final class TransportStack implements AutoCloseable {
    private final Lifecycle lifecycle = new Lifecycle();
    private final BodyTimer timer = new BodyTimer();
    private final ClientHolder client;
    private final Caller caller;

    /**
     * Assembles a stack.
     *
     * @param jdk the JDK's client, from now on owned by the stack
     * @param settings what the layers need to know
     * @param provider where credentials come from
     * @param clock the clock of deadlines
     */
    public TransportStack(HttpClient jdk, TransportSettings settings, CredentialsProvider provider, Clock clock) {
        client = new ClientHolder(jdk);
        Transport attempt = new JdkTransport(client, timer, lifecycle, settings.timeouts(), settings.userAgent());
        Transport warning = WarningTransport.logging(attempt, settings.registry());
        Transport gated = new GatedTransport(warning, settings.concurrency());
        PlainHttp plainHttp = PlainHttp.of(jdk, settings.plainHttpCredentials());
        Transport authenticating = new AuthenticatingTransport(gated, settings.registry(), provider, plainHttp);
        Transport redirecting = new RedirectingTransport(authenticating, settings.redirects());
        caller = new GuardedCaller(redirecting, lifecycle, settings.timeouts(), clock);
    }

    /**
     * The top of the stack.
     *
     * @return what sends requests
     */
    public Caller caller() {
        return caller;
    }

    @Override
    public void close() {
        lifecycle.close();
        timer.close();
        client.close();
    }
}
