package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;

/** What the layers of the stack need to know. Immutable. */
public final class TransportSettings {
    private final Origin registry;
    private final Timeouts timeouts;
    private final int concurrency;
    private final String userAgent;
    private final boolean plainHttpCredentials;
    private final RedirectPolicy redirects;
    private final Events events;

    /**
     * Settings.
     *
     * @param registry the only origin that gets credentials
     * @param timeouts the time limits
     * @param concurrency how many requests at a time
     * @param userAgent the User-Agent header
     * @param plainHttpCredentials whether credentials may go over plain http to other hosts than this one
     * @param redirects where redirects may lead
     * @param events where the layers tell what they do
     */
    public TransportSettings(
            Origin registry,
            Timeouts timeouts,
            int concurrency,
            String userAgent,
            boolean plainHttpCredentials,
            RedirectPolicy redirects,
            Events events) {
        this.registry = registry;
        this.timeouts = timeouts;
        this.concurrency = concurrency;
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

    int concurrency() {
        return concurrency;
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
