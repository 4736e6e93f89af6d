package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;

/**
 * Who may use a token, and for what. The host is not in it because an {@link Account}, which keeps the tokens, has only one. A
 * token is never looked up by a user name: whoever has another password has to get one for it. Immutable.
 */
final class TokenKey {
    private final Credentials credentials;
    private final Realm realm;
    private final Scopes scopes;

    TokenKey(Credentials credentials, Realm realm, Scopes scopes) {
        this.credentials = credentials;
        this.realm = realm;
        this.scopes = scopes;
    }

    Credentials credentials() {
        return credentials;
    }

    Realm realm() {
        return realm;
    }

    Scopes scopes() {
        return scopes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenKey
                && ((TokenKey) other).credentials.equals(credentials)
                && ((TokenKey) other).realm.equals(realm)
                && ((TokenKey) other).scopes.equals(scopes);
    }

    @Override
    public int hashCode() {
        return (credentials.hashCode() * 31 + realm.hashCode()) * 31 + scopes.hashCode();
    }

    @Override
    public String toString() {
        return "token of " + realm + " for " + scopes;
    }
}
