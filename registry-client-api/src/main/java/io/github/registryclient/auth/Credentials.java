package io.github.registryclient.auth;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's credentials, of one {@link Kind}, perhaps with headers of its own. Immutable; {@link #toString} never shows a
 * secret, and two are equal if they let the same account in, wherever they came from.
 *
 * <p>A JVM cannot wipe a secret reliably, so it is kept as text and merely never printed, logged or put into an exception.
 */
public final class Credentials {
    /** What a registry or its token server is given. */
    public enum Kind {
        /** Nothing: what the registry shows to everybody. */
        ANONYMOUS,
        /** User name and password, for the registry itself and for its token server. Source: RFC 7617. */
        BASIC,
        /**
         * A refresh token that the token server changes for short-lived access tokens ({@code identitytoken} in Docker's files,
         * user {@code <token>} of a credential helper). Source: distribution, "OAuth2 token authentication".
         */
        IDENTITY_TOKEN,
        /** An access token that goes to the registry as it is ({@code registrytoken} in Docker's files). Source: RFC 6750, 2.1. */
        BEARER,
        /** What a scheme of one's own says for each request. */
        SCHEME,
        /** A header of the account's own and nothing else, such as a gateway's key. */
        HEADER
    }

    private static final Credentials ANONYMOUS = new Credentials(Kind.ANONYMOUS, "", "", null);

    private final Kind kind;
    private final String username;
    private final String secret;
    private final @Nullable String source;
    private final @Nullable AuthScheme scheme;
    private final Map<String, String> headers;

    private Credentials(Kind kind, String username, String secret, @Nullable String source) {
        this(kind, username, secret, source, null, Map.of());
    }

    private Credentials(
            Kind kind,
            String username,
            String secret,
            @Nullable String source,
            @Nullable AuthScheme scheme,
            Map<String, String> headers) {
        this.kind = kind;
        this.username = username;
        this.secret = secret;
        this.source = source;
        this.scheme = scheme;
        this.headers = headers;
    }

    /**
     * No credentials: what the registry shows to everybody.
     *
     * @return the anonymous credentials
     */
    public static Credentials anonymous() {
        return ANONYMOUS;
    }

    /**
     * User name and password; a personal access token usually counts as a password.
     *
     * @param username the user, not empty, without a colon (RFC 7617)
     * @param password the secret, not empty
     * @return the credentials
     * @throws InvalidInputException if one is empty or has control characters, or the user name holds a colon
     */
    public static Credentials basic(String username, String password) {
        if (username.isEmpty() || username.indexOf(':') >= 0 || hasControl(username)) {
            throw new InvalidInputException(
                    "invalid user name: it must not be empty and must not hold a colon or control characters");
        }
        if (password.isEmpty() || hasControl(password)) {
            throw new InvalidInputException(
                    "invalid password for user " + Excerpt.of(username) + ": it is empty or holds control characters"
                            + " (perhaps the line end of the file that it was read from)");
        }
        return new Credentials(Kind.BASIC, username, password, null);
    }

    /**
     * A refresh token whose account is not known, or does not matter.
     *
     * @param token the token, not empty
     * @return the credentials
     * @throws InvalidInputException if it is empty or has control characters
     */
    public static Credentials identityToken(String token) {
        return identityToken("", token);
    }

    /**
     * A refresh token of an account.
     *
     * @param account the user whom it belongs to, empty if that is not known; not a secret
     * @param token the token, not empty
     * @return the credentials
     * @throws InvalidInputException if the token is empty, or one of them has control characters
     */
    public static Credentials identityToken(String account, String token) {
        if (hasControl(account)) {
            throw new InvalidInputException("invalid account of an identity token: it holds control characters");
        }
        if (token.isEmpty() || hasControl(token)) {
            throw new InvalidInputException("invalid identity token: it is empty or holds control characters");
        }
        return new Credentials(Kind.IDENTITY_TOKEN, account, token, null);
    }

    /**
     * An access token that is sent as it is, for as long as it lives; nobody renews it.
     *
     * @param token the token, of printable ASCII without spaces
     * @return the credentials
     * @throws InvalidInputException if it is empty or cannot be sent in a header
     */
    public static Credentials bearer(String token) {
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new InvalidInputException("invalid bearer token: expected printable ASCII without spaces");
        }
        return new Credentials(Kind.BEARER, "", token, null);
    }

    /**
     * An account that a scheme of one's own speaks for.
     *
     * @param scheme the scheme; two of the same class and name may follow each other in one call as one account, and are equal
     *     credentials if they are equal
     * @return the credentials
     * @throws InvalidInputException if the scheme's name cannot stand in {@code WWW-Authenticate}
     */
    public static Credentials scheme(AuthScheme scheme) {
        String name = scheme.name();
        if (name == null || !name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")) {
            throw InvalidInputException.of(
                    "name of an auth scheme", String.valueOf(name), "expected letters and digits, such as Negotiate");
        }
        return new Credentials(Kind.SCHEME, "", "", null, scheme, Map.of());
    }

    /**
     * An account that a header proves and nothing else, such as the key of a gateway: it goes with every request to the registry's
     * own scheme, host and port, not to token servers or where redirects lead. Tokens are asked for as nobody.
     *
     * @param name a name that neither HTTP nor the client has a use for
     * @param value the secret, printable ASCII
     * @return the credentials
     * @throws InvalidInputException if one of them cannot be sent
     */
    public static Credentials header(String name, String value) {
        return anonymous().withHeader(name, value);
    }

    /**
     * The same account with a header of its own beside its other proof, sent as that of {@link #header} is. It takes the place of
     * one of the same name that it has, or that the client sends for all.
     *
     * @param name a name that neither HTTP nor the client has a use for
     * @param value the secret, printable ASCII
     * @return the credentials, of {@link Kind#HEADER} if there were none
     * @throws InvalidInputException if one of them cannot be sent
     */
    public Credentials withHeader(String name, String value) {
        ExtraHeader.require(name, value);
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        Kind proof = kind == Kind.ANONYMOUS ? Kind.HEADER : kind;
        return new Credentials(proof, username, secret, source, scheme, Collections.unmodifiableMap(more));
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * The same credentials with a note of where they came from. Equality does not look at it.
     *
     * @param source such as {@code ~/.docker/config.json, credsStore pass}; without a secret, shortened to one line
     * @return the same account's credentials
     */
    public Credentials withSource(String source) {
        return new Credentials(kind, username, secret, Excerpt.of(source), scheme, headers);
    }

    /**
     * What they are.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether there are none.
     *
     * @return true for {@link #anonymous()}
     */
    public boolean isAnonymous() {
        return kind == Kind.ANONYMOUS;
    }

    /**
     * The user name.
     *
     * @return the user of {@link Kind#BASIC}, the account of {@link Kind#IDENTITY_TOKEN} if it is known; else empty
     */
    public String username() {
        return username;
    }

    /**
     * The password; for the code that sends it, for nothing else.
     *
     * @return the password of {@link Kind#BASIC}, else empty
     */
    public String password() {
        return kind == Kind.BASIC ? secret : "";
    }

    /**
     * The token; for the code that sends it, for nothing else.
     *
     * @return the token of {@link Kind#IDENTITY_TOKEN} or {@link Kind#BEARER}, else empty
     */
    public String token() {
        return kind == Kind.BASIC ? "" : secret;
    }

    /**
     * The scheme of {@link Kind#SCHEME}.
     *
     * @return the scheme, else empty
     */
    public Optional<AuthScheme> scheme() {
        return Optional.ofNullable(scheme);
    }

    /**
     * The headers of the account's own.
     *
     * @return their names in lower case, usually none
     */
    public Set<String> headerNames() {
        return headers.keySet();
    }

    /**
     * What such a header holds; for the code that sends it, for nothing else.
     *
     * @param name one of {@link #headerNames}
     * @return the secret, empty if there is no such header
     */
    public String headerValue(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /**
     * Where they came from, for people who wonder which of their accounts is used.
     *
     * @return words without a secret, empty if nobody noted it
     */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials
                && ((Credentials) other).kind == kind
                && ((Credentials) other).username.equals(username)
                && ((Credentials) other).secret.equals(secret)
                && Objects.equals(((Credentials) other).scheme, scheme)
                && ((Credentials) other).headers.equals(headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, username, secret, scheme, headers);
    }

    /**
     * The user name, that a secret is there, and where both came from.
     *
     * @return a text without the secret
     */
    @Override
    public String toString() {
        return shown() + shownHeaders() + (source == null ? "" : " from " + source);
    }

    private String shownHeaders() {
        if (headers.isEmpty()) {
            return "";
        }
        return (kind == Kind.HEADER ? "" : " and ") + "header " + String.join(", ", headers.keySet()) + " ***";
    }

    private String shown() {
        switch (kind) {
            case BASIC:
                return Excerpt.of(username) + ":***";
            case IDENTITY_TOKEN:
                return "identity token ***" + (username.isEmpty() ? "" : " of " + Excerpt.of(username));
            case BEARER:
                return "bearer token ***";
            case SCHEME:
                return "auth scheme " + scheme().map(AuthScheme::name).orElse("");
            case HEADER:
                return "";
            default:
                return "anonymous";
        }
    }
}
