package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.token.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Starts a {@link TokenServer}. Used by one thread. */
public final class TokenServerBuilder {
    /** Tokens state their times in whole seconds. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private Accounts accounts = Accounts.none();
    private String service = "registry.test";
    private String issuer = "testkit token server";
    private Clock clock = Clock.systemUTC();
    private Duration lifetime = LIFETIME;
    private Optional<ServerTls> tls = Optional.empty();
    private final Set<TokenManner> manners = EnumSet.noneOf(TokenManner.class);

    TokenServerBuilder() {}

    /**
     * Adds a user, who may do what everybody may until {@link #allow} gives more.
     *
     * @param user the name
     * @param password the password
     * @return this
     * @throws IllegalArgumentException if the name is empty or holds a colon
     */
    public TokenServerBuilder user(String user, String password) {
        accounts = accounts.withUser(user, password);
        return this;
    }

    /**
     * Allows a user something.
     *
     * @param user a user that was added
     * @param rule a scope such as {@code repository:team/*:pull,push} or {@code registry:catalog:*}: in its name one star stands
     *     for anything within a segment and two stars for any segments; the action star allows all actions
     * @return this
     * @throws IllegalArgumentException if there is no such user, or it is no scope
     */
    public TokenServerBuilder allow(String user, String rule) {
        accounts = accounts.allowing(user, rule);
        return this;
    }

    /**
     * Allows everybody something, those without credentials too.
     *
     * @param rule a scope as {@link #allow} takes it
     * @return this
     * @throws IllegalArgumentException if it is no scope
     */
    public TokenServerBuilder allowAnonymous(String rule) {
        accounts = accounts.allowingAll(rule);
        return this;
    }

    /**
     * Sets which service tokens are for where the client names none, and which one an embedded registry is.
     *
     * @param name {@code registry.test} unless set
     * @return this
     */
    public TokenServerBuilder service(String name) {
        service = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets who issues the tokens.
     *
     * @param name {@code testkit token server} unless set
     * @return this
     */
    public TokenServerBuilder issuer(String name) {
        issuer = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets the clock by which tokens are issued, and by which an embedded registry judges them.
     *
     * @param source the system's unless set
     * @return this
     */
    public TokenServerBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Sets how long tokens live.
     *
     * @param time 1 second or more, of which whole seconds count; 5 minutes unless set
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public TokenServerBuilder lifetime(Duration time) {
        if (time.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("tokens live a second or longer, not " + time);
        }
        lifetime = time;
        return this;
    }

    /**
     * Speaks TLS.
     *
     * @param serverTls the certificate to show, such as of {@code CertificateAuthority.serverTls()}
     * @return this
     */
    public TokenServerBuilder tls(ServerTls serverTls) {
        tls = Optional.of(serverTls);
        return this;
    }

    /**
     * Adds a manner of other servers.
     *
     * @param manner how to behave
     * @return this
     */
    public TokenServerBuilder manner(TokenManner manner) {
        manners.add(Objects.requireNonNull(manner, "manner"));
        return this;
    }

    /**
     * Starts it.
     *
     * @return a server that answers, to be closed by the caller
     */
    public TokenServer start() {
        return TokenServer.start(new TokenSettings(service, issuer, accounts, clock, lifetime), tls, manners);
    }
}
