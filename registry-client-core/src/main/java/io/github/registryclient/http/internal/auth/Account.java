package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.internal.transport.Authentication;
import io.github.registryclient.http.internal.transport.PlainHttp;
import io.github.registryclient.http.internal.transport.Transport;

/**
 * The layer that authenticates one account at one registry. What it fetches and may do is shared with no other account, but
 * {@link HostFacts} are, unless it has headers of its own.
 */
public final class Account implements Authentication {
    private final AuthSettings settings;
    private final HostFacts facts;
    private final CredentialsProvider provider;

    /**
     * An account.
     *
     * @param settings the registry
     * @param facts what is known of the registry, shared by all its accounts
     * @param provider where its credentials come from
     */
    public Account(AuthSettings settings, HostFacts facts, CredentialsProvider provider) {
        this.settings = settings;
        this.facts = facts;
        this.provider = provider;
    }

    @Override
    public Transport above(Transport below, PlainHttp plainHttp) {
        Wallet wallet = new Wallet(settings, provider, plainHttp);
        TokenClient tokens = new TokenClient(below, settings, facts.realms(), plainHttp);
        Preflights preflights = new Preflights(
                facts, known -> new Preflight(below, settings, new Session(settings, known, wallet, tokens)));
        return new AuthenticatingTransport(below, wallet, preflights, settings.root());
    }
}
