package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.http.internal.address.SafeUri;
import java.net.URI;

/** Where tokens are to be had, and for which service. Made by {@link RealmPolicy}. Immutable. */
final class Realm {
    private final URI uri;
    private final String service;

    /** The service is empty where the challenge names none (old Gitea). */
    Realm(URI uri, String service) {
        this.uri = uri;
        this.service = service;
    }

    URI uri() {
        return uri;
    }

    String service() {
        return service;
    }

    String host() {
        return Origin.of(uri).authority();
    }

    /** As messages show it. */
    String shown() {
        return SafeUri.showServerMade(uri);
    }

    /** The address that a GET asks: what the realm's own query holds stays. */
    URI query(Scopes scopes, String clientId, String account) {
        StringBuilder query = new StringBuilder(String.valueOf(uri));
        char separator = uri.getRawQuery() == null ? '?' : '&';
        if (!service.isEmpty()) {
            query.append(separator).append("service=").append(PercentEncoding.inParameter(service));
            separator = '&';
        }
        for (Scope scope : scopes.list()) {
            query.append(separator).append("scope=").append(PercentEncoding.inParameter(scope.toString()));
            separator = '&';
        }
        query.append(separator).append("client_id=").append(clientId);
        if (!account.isEmpty()) {
            query.append("&account=").append(PercentEncoding.inParameter(account));
        }
        return URI.create(query.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Realm && ((Realm) other).uri.equals(uri) && ((Realm) other).service.equals(service);
    }

    @Override
    public int hashCode() {
        return uri.hashCode() * 31 + service.hashCode();
    }

    @Override
    public String toString() {
        return shown();
    }
}
