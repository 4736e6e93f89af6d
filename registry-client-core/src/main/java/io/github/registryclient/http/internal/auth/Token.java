package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Permission;

/** A token that was fetched: how it is sent, for what it was asked, and until when it is used. Immutable; never prints. */
final class Token {
    private final Authorization authorization;
    private final Scopes asked;
    private final Grants grants;
    private final long usableUntilMillis;

    Token(String text, Secrets account, Scopes asked, Grants grants, long usableUntilMillis) {
        this.authorization = Authorization.bearer(text, account, this);
        this.asked = asked;
        this.grants = grants;
        this.usableUntilMillis = usableUntilMillis;
    }

    Authorization authorization() {
        return authorization;
    }

    Scopes asked() {
        return asked;
    }

    boolean isUsable(long nowMillis) {
        return nowMillis < usableUntilMillis;
    }

    long usableForMillis(long nowMillis) {
        return Math.max(0, usableUntilMillis - nowMillis);
    }

    Permission permission(String resource, String action) {
        return grants.permission(asked, resource, action);
    }

    @Override
    public String toString() {
        return "token for " + asked;
    }
}
