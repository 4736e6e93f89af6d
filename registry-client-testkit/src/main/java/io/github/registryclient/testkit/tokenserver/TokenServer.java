package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.HttpServer;
import io.github.registryclient.testkit.http.HttpServerOptions;
import io.github.registryclient.testkit.tls.IssuedCertificate;
import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.token.Scope;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A token server in this JVM, on a free port of the loopback interface, as Docker's {@code token.md} (GET) and {@code oauth.md}
 * (POST) describe it. Embedded and real registries believe its tokens.
 *
 * <pre>{@code
 * try (TokenServer tokens = TokenServer.builder()
 *                 .user("alice", "secret")
 *                 .allow("alice", "repository:team/*:pull,push,delete")
 *                 .allow("alice", "registry:catalog:*")
 *                 .start();
 *         EmbeddedRegistry registry = EmbeddedRegistry.builder().tokenAuth(tokens).start()) {
 *     // run what is to be tested
 *     assertThat(tokens.requests()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Real distribution takes the same tokens with {@code auth.token}: {@code realm}, {@code service}, {@code issuer} from here, and
 * {@code rootcertbundle} with {@link #certificatePem()} (2.8) or {@code jwks} with {@link #jwks()} (3).
 *
 * <p>Thread-safe. Neither {@link #toString} nor {@link #requests} shows passwords or tokens.
 */
public final class TokenServer implements AutoCloseable {
    private final TokenSettings settings;
    private final TokenIssuer issuer;
    private final RefreshTokens refreshTokens;
    private final TokenEndpoint endpoint;
    private final HttpServer server;
    private volatile URI origin;

    private TokenServer(TokenSettings settings, Optional<ServerTls> tls) {
        this.settings = settings;
        this.issuer = new TokenIssuer(settings);
        this.refreshTokens = new RefreshTokens();
        this.endpoint = new TokenEndpoint(new Authorizer(settings, issuer, refreshTokens));
        this.server = HttpServer.start(endpoint, options(tls));
        this.origin = URI.create((tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + server.port());
    }

    /**
     * Sets users, rules and more before it starts.
     *
     * @return a builder of a server without users
     */
    public static TokenServerBuilder builder() {
        return new TokenServerBuilder();
    }

    static TokenServer start(TokenSettings settings, Optional<ServerTls> tls, Set<TokenManner> manners) {
        TokenServer started = new TokenServer(settings, tls);
        started.endpoint.manners(EnumSet.copyOf(manners));
        return started;
    }

    private static HttpServerOptions options(Optional<ServerTls> tls) {
        return tls.map(how -> HttpServerOptions.defaults().tls(how.context(), how.isClientCertificateRequired()))
                .orElseGet(HttpServerOptions::defaults);
    }

    /**
     * Where it answers, for a challenge.
     *
     * @return such as {@code http://127.0.0.1:41231/token}
     */
    public URI realm() {
        boolean queried = endpoint.manners().contains(TokenManner.REALM_WITH_QUERY);
        String query = queried ? "?" + TokenEndpoint.QUERY_NAME + "=" + TokenEndpoint.QUERY_VALUE : "";
        return URI.create(origin + TokenEndpoint.PATH + query);
    }

    /**
     * From now on it says that it is reached somewhere else, by a proxy for instance, to which its {@link #realm} has led so far.
     *
     * @param proxy scheme, host and port
     */
    public void standBehind(URI proxy) {
        origin = proxy;
    }

    /**
     * Which service tokens are for.
     *
     * @return what a registry's challenge is to name
     */
    public String service() {
        return settings.service();
    }

    /**
     * Who issues the tokens.
     *
     * @return what a registry is to find in them
     */
    public String issuer() {
        return settings.issuer();
    }

    /**
     * The clock by which tokens are issued.
     *
     * @return the one that was set, or the system's
     */
    public Clock clock() {
        return settings.clock();
    }

    /**
     * The key that tokens can be verified with.
     *
     * @return a key on the curve P-256
     */
    public PublicKey publicKey() {
        return issuer.key().keys().getPublic();
    }

    /**
     * The key as a set, for distribution 3.
     *
     * @return a JSON document with one key (RFC 7517)
     */
    public String jwks() {
        return "{\"keys\":[" + issuer.key().jwk() + "]}";
    }

    /**
     * A self-signed certificate of the key, for distribution 2.8.
     *
     * @return PEM
     */
    public String certificatePem() {
        return IssuedCertificate.selfSigned(settings.issuer(), issuer.key().keys(), settings.clock())
                .certificatePem();
    }

    /**
     * Makes a token without being asked over HTTP, whatever the rules say.
     *
     * @param user whose it is
     * @param scopes what it allows
     * @return a token for {@link #service()} that lives as long as all others
     * @throws IllegalArgumentException if something is no scope
     */
    public String token(String user, String... scopes) {
        List<Scope> access = Arrays.stream(scopes).map(TokenServer::scope).collect(Collectors.toList());
        return issuer.token(Optional.of(user), settings.service(), access, Set.of());
    }

    /**
     * Makes an identity token, which gets others by POST until {@link #revokeIdentityTokens()}.
     *
     * @param user whose it is
     * @return a refresh token for {@link #service()}
     * @throws IllegalArgumentException if there is no such user
     */
    public String identityToken(String user) {
        if (!settings.accounts().know(user)) {
            throw new IllegalArgumentException("there is no user " + user);
        }
        return refreshTokens.create(user, settings.service());
    }

    /** Refuses from now on all refresh tokens that were made. */
    public void revokeIdentityTokens() {
        refreshTokens.revokeAll();
    }

    /**
     * Whether it is the user's password.
     *
     * @param user a name
     * @param password a secret
     * @return false also if there is no such user
     */
    public boolean accepts(String user, String password) {
        return settings.accounts().accept(user, password);
    }

    /**
     * What of a scope a user would be granted.
     *
     * @param user who asks
     * @param scope what is asked for
     * @return the actions, perhaps none
     * @throws IllegalArgumentException if it is no scope
     */
    public Set<String> granted(String user, String scope) {
        return settings.accounts().granted(Optional.of(user), scope(scope)).actions();
    }

    /**
     * What of a scope everybody would be granted, those without credentials too.
     *
     * @param scope what is asked for
     * @return the actions, perhaps none
     * @throws IllegalArgumentException if it is no scope
     */
    public Set<String> grantedToAll(String scope) {
        return settings.accounts().granted(Optional.empty(), scope(scope)).actions();
    }

    private static Scope scope(String text) {
        return Scope.parse(text).orElseThrow(() -> new IllegalArgumentException("not a scope: " + text));
    }

    /**
     * Changes the manners for the requests that come from now on.
     *
     * @param manners how to behave; none for well
     */
    public void setManners(TokenManner... manners) {
        Set<TokenManner> set = EnumSet.noneOf(TokenManner.class);
        set.addAll(Arrays.asList(manners));
        endpoint.manners(set);
    }

    /**
     * Keeps the requests that come from now on waiting.
     *
     * @return lets them go on when it is closed
     */
    public Hold hold() {
        Hold hold = new Hold();
        endpoint.hold(hold);
        return hold;
    }

    /**
     * All requests for tokens that were answered, refused ones too.
     *
     * @return in the order of the answers; does not change any more
     */
    public List<LoggedTokenRequest> requests() {
        return List.copyOf(endpoint.log());
    }

    /** Forgets the requests up to now. */
    public void clearRequests() {
        endpoint.log().clear();
    }

    /** Ends it: connections are refused from now on, and held requests end. May be called more than once. */
    @Override
    public void close() {
        server.close();
    }

    /**
     * Where it answers, for people.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "token server at " + realm();
    }
}
