package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.internal.transport.Authentication;
import io.github.registryclient.http.internal.transport.PlainHttp;
import io.github.registryclient.http.internal.transport.Transport;

/** The layer that authenticates one account at one registry. What it learns and fetches is shared with no other account. */
public final class Account implements Authentication {
    private final AuthSettings settings;
    private final CredentialsProvider provider;

    /**
     * An account.
     *
     * @param settings the registry
     * @param provider where its credentials come from
     */
    public Account(AuthSettings settings, CredentialsProvider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @Override
    public Transport above(Transport below, PlainHttp plainHttp) {
        Wallet wallet = new Wallet(settings, provider, plainHttp);
        TokenClient tokens = new TokenClient(
                below,
                settings.redirects(),
                plainHttp,
                settings.clock(),
                wallet.registry().toString(),
                settings.headerSecrets(),
                settings.events());
        return new AuthenticatingTransport(below, new Session(settings, wallet, tokens), settings);
    }
}
