package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Header;
import io.github.registryclient.http.internal.transport.Request;

/** A header with a secret that goes with every request to the registry's own origin. Immutable; never prints its value. */
public final class SecretHeader {
    private final Header header;
    private final Secrets secrets;

    private SecretHeader(Header header, Secrets secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    /**
     * Checks one.
     *
     * @param name the header's name
     * @param value the secret
     * @return the header
     * @throws InvalidInputException if it cannot be sent, or has a name that is not free
     */
    public static SecretHeader of(String name, String value) {
        Credentials checked = Credentials.header(name, value);
        return new SecretHeader(new Header(name, checked.headerValue(name)), Secrets.of(value));
    }

    boolean isNamed(String name) {
        return header.name().equalsIgnoreCase(name);
    }

    Secrets secrets() {
        return secrets;
    }

    Request on(Request request) {
        return request.with(header, secrets);
    }

    @Override
    public String toString() {
        return header.toString();
    }
}
