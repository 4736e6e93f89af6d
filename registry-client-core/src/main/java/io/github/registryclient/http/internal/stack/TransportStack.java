package io.github.registryclient.http.internal.stack;

import io.github.registryclient.http.internal.gate.HostGate;
import io.github.registryclient.http.internal.gate.HostGates;
import io.github.registryclient.http.internal.retry.Repetition;
import io.github.registryclient.http.internal.retry.RetryPolicy;
import io.github.registryclient.http.internal.retry.RetryingTransport;
import io.github.registryclient.http.internal.transport.Authentication;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.PlainHttp;
import io.github.registryclient.http.internal.transport.RedirectingTransport;
import io.github.registryclient.http.internal.transport.Transport;
import io.github.registryclient.http.internal.transport.Wire;
import java.net.http.HttpClient;
import java.time.Clock;

/**
 * Assembles the layers, once, from the innermost to the outermost. A request passes them the other way:
 *
 * <ol>
 *   <li>{@link GuardedCaller}: the call's life and deadline
 *   <li>{@link RedirectingTransport}
 *   <li>{@link Authentication}: credentials, at the registry's own origin only
 *   <li>{@link RetryingTransport}
 *   <li>{@link HostGates}, {@link HostGate}: how much a host gets
 *   <li>{@link Wire}: the registry's warnings, what listeners hear of an attempt, the proxy's account, one attempt
 * </ol>
 *
 * <p>From the third on down, the third apart, all accounts share them; requests for tokens go down the same lower part, and follow
 * redirects there by themselves.
 */
public final class TransportStack implements AutoCloseable {
    private final Wire wire;
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
        Events events = settings.events();
        wire = new Wire(jdk, settings.registry(), settings.timeouts(), settings.userAgent(), events, clock);
        Transport gated = new HostGates(settings.registry(), () -> new HostGate(wire, settings.gate(), clock, events));
        repetition = new Repetition(settings.retries(), events);
        retrying = new RetryingTransport(gated, new RetryPolicy(settings.retries()), repetition);
        plainHttp = wire.plainHttp(settings.plainHttpCredentials());
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
        return new GuardedCaller(redirecting, wire.lifecycle(), repetition, settings.timeouts(), clock);
    }

    @Override
    public void close() {
        wire.close();
    }
}
