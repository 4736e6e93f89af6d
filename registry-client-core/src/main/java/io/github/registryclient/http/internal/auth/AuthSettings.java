package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** What the accounts at one registry have in common. Immutable. */
public final class AuthSettings {
    private final URI root;
    private final RedirectPolicy redirects;
    private final Clock clock;
    private final boolean minimalScopes;
    private final TokenServers tokenServers;
    private final List<SecretHeader> secretHeaders;
    private final Events events;

    /**
     * Settings.
     *
     * @param root the registry's {@code /v2/}
     * @param redirects where token servers may redirect to, and lie
     * @param clock tells when a token expires
     * @param minimalScopes whether tokens are asked for nothing but what the registry demands
     * @param tokenServers may be given credentials
     * @param secretHeaders go with every request to the registry
     * @param events where fetches of tokens are told
     */
    public AuthSettings(
            URI root,
            RedirectPolicy redirects,
            Clock clock,
            boolean minimalScopes,
            TokenServers tokenServers,
            List<SecretHeader> secretHeaders,
            Events events) {
        this.root = root;
        this.redirects = redirects;
        this.clock = clock;
        this.minimalScopes = minimalScopes;
        this.tokenServers = tokenServers;
        this.secretHeaders = List.copyOf(secretHeaders);
        this.events = events;
    }

    URI root() {
        return root;
    }

    RedirectPolicy redirects() {
        return redirects;
    }

    Clock clock() {
        return clock;
    }

    boolean minimalScopes() {
        return minimalScopes;
    }

    TokenServers tokenServers() {
        return tokenServers;
    }

    List<SecretHeader> secretHeaders() {
        return secretHeaders;
    }

    /** What those headers carry: a registry may quote it in the address of its token server. */
    Secrets headerSecrets() {
        return secretHeaders.stream().map(SecretHeader::secrets).reduce(Secrets.NONE, Secrets::and);
    }

    Events events() {
        return events;
    }
}
