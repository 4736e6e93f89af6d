package io.github.registryclient.http.internal.stack;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.gate.GateSettings;
import io.github.registryclient.http.internal.retry.RetrySettings;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.http.internal.transport.Timeouts;

/** What the layers of the stack need to know. Immutable. */
public final class TransportSettings {
    private final Origin registry;
    private final Timeouts timeouts;
    private final GateSettings gate;
    private final RetrySettings retries;
    private final String userAgent;
    private final boolean plainHttpCredentials;
    private final RedirectPolicy redirects;
    private final Events events;

    /**
     * Settings.
     *
     * @param registry the registry's own origin
     * @param timeouts the time limits
     * @param gate how much a host gets
     * @param retries how requests are repeated
     * @param userAgent the User-Agent header
     * @param plainHttpCredentials whether credentials may go over plain http to other hosts than this one
     * @param redirects where redirects may lead
     * @param events where the layers tell what they do
     */
    public TransportSettings(
            Origin registry,
            Timeouts timeouts,
            GateSettings gate,
            RetrySettings retries,
            String userAgent,
            boolean plainHttpCredentials,
            RedirectPolicy redirects,
            Events events) {
        this.registry = registry;
        this.timeouts = timeouts;
        this.gate = gate;
        this.retries = retries;
        this.userAgent = userAgent;
        this.plainHttpCredentials = plainHttpCredentials;
        this.redirects = redirects;
        this.events = events;
    }

    Origin registry() {
        return registry;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    GateSettings gate() {
        return gate;
    }

    RetrySettings retries() {
        return retries;
    }

    String userAgent() {
        return userAgent;
    }

    boolean plainHttpCredentials() {
        return plainHttpCredentials;
    }

    RedirectPolicy redirects() {
        return redirects;
    }

    Events events() {
        return events;
    }
}
