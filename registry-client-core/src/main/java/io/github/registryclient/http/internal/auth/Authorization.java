package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Header;
import io.github.registryclient.http.internal.transport.Request;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one attempt carries to prove who is asking, made once and sent often. Immutable; never prints. */
final class Authorization {
    enum Scheme {
        NONE,
        BASIC,
        BEARER,
        OWN
    }

    static final Authorization NONE = new Authorization(Scheme.NONE, null, Secrets.NONE, null);

    private static final Pattern PARTS = Pattern.compile("[\\s,\"=]+");
    /** Shorter ones are words such as the scheme's name. */
    private static final int SHORTEST_PART = 12;

    private final Scheme scheme;
    private final @Nullable Header header;
    private final Secrets secrets;
    private final @Nullable Token token;

    private Authorization(Scheme scheme, @Nullable Header header, Secrets secrets, @Nullable Token token) {
        this.scheme = scheme;
        this.header = header;
        this.secrets = secrets;
        this.token = token;
    }

    /** User name and password. */
    static Authorization basic(Credentials credentials) {
        return basic(credentials.username(), credentials.password());
    }

    static Authorization basic(String username, String password) {
        Header header = new Header("Authorization", "Basic " + Secrets.pair(username, password));
        return new Authorization(Scheme.BASIC, header, Secrets.of(username, password), null);
    }

    /** A token that somebody else fetched. */
    static Authorization given(Credentials credentials) {
        return bearer(credentials.token(), Secrets.NONE, null);
    }

    static Authorization bearer(String text, Secrets account, @Nullable Token token) {
        Header header = new Header("Authorization", "Bearer " + text);
        return new Authorization(Scheme.BEARER, header, Secrets.of(text).and(account), token);
    }

    /** What a scheme of the caller's own says; servers may quote it without the scheme's name, or one part of it. */
    static Authorization own(String value) {
        Secrets secrets = Secrets.of(value);
        String afterName = value.substring(value.indexOf(' ') + 1).strip();
        secrets = secrets.and(Secrets.of(afterName));
        for (String part : PARTS.split(value, -1)) {
            secrets = part.length() < SHORTEST_PART ? secrets : secrets.and(Secrets.of(part));
        }
        return new Authorization(Scheme.OWN, new Header("Authorization", value), secrets, null);
    }

    Scheme scheme() {
        return scheme;
    }

    @Nullable
    Token token() {
        return token;
    }

    /** What must not be shown of an answer to it. */
    Secrets secrets() {
        return secrets;
    }

    Request on(Request request) {
        return header == null ? request : request.with(header, secrets);
    }

    @Override
    public String toString() {
        return scheme.toString();
    }
}
