package io.github.registryclient.http;

import io.github.registryclient.auth.AuthScheme;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.event.ClientListener;
import io.github.registryclient.http.internal.auth.SecretHeader;
import io.github.registryclient.http.internal.auth.TokenServers;
import io.github.registryclient.http.internal.listing.PagedListing;
import io.github.registryclient.http.time.Pauses;
import io.github.registryclient.paging.PaginationStrategy;
import io.github.registryclient.tls.TlsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import javax.net.ssl.SSLContext;

/**
 * Settings of an {@link HttpRegistryClient}, all of them optional; a setting that makes no sense is refused when it is made.
 * Not thread-safe; may be used again after {@link #build}.
 */
public final class HttpRegistryClientBuilder {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_CONNECTIONS = 1000;
    private static final int MOST_PER_SECOND = 1000;
    private static final int MOST_RETRIES = 10;
    private static final int SMALLEST_PAGE = 1 << 10;
    private static final int LARGEST_PAGE = 1 << 30;

    private final ClientSettings.Builder settings = ClientSettings.builder();

    HttpRegistryClientBuilder(URI endpoint) {
        settings.endpoint(endpoint);
    }

    /**
     * Where credentials come from. If unset, none are sent.
     *
     * <p>A registry that speaks of token servers gets tokens, of which each repository has one; an account's may be used for
     * deleting too, see {@link #minimalScopes}.
     *
     * @param provider asked with the registry's host and the repository before every request
     * @return this
     */
    public HttpRegistryClientBuilder credentials(CredentialsProvider provider) {
        settings.credentials(provider);
        return this;
    }

    /**
     * A fixed user name and password for this registry.
     *
     * @param username the user
     * @param password the password or access token
     * @return this
     * @throws InvalidInputException if one of them cannot be sent
     */
    public HttpRegistryClientBuilder credentials(String username, String password) {
        return credentials(CredentialsProvider.fixed(Credentials.basic(username, password)));
    }

    /**
     * An auth scheme of one's own for this registry, in the place of other credentials.
     *
     * @param scheme asked before every request once the registry has named it
     * @return this
     * @throws InvalidInputException if its name cannot be one
     */
    public HttpRegistryClientBuilder authScheme(AuthScheme scheme) {
        return credentials(CredentialsProvider.fixed(Credentials.scheme(scheme)));
    }

    /**
     * Lets credentials go over plain http to hosts other than this one, or through a proxy, where everybody on the way can read
     * them. If unset, a call fails when such a registry asks for credentials, before any are sent. This host is
     * {@code localhost} or a loopback address, not a name below {@code localhost}.
     *
     * @return this
     */
    public HttpRegistryClientBuilder allowPlainHttpCredentials() {
        settings.plainHttpCredentials(true);
        return this;
    }

    /**
     * Asks token servers for nothing but what the registry demands of a request. If unset, an account's first token for a
     * repository is for reading and deleting, so that listing and deleting there costs one token instead of two; what a
     * token server refuses is not asked for again.
     *
     * @return this
     */
    public HttpRegistryClientBuilder minimalScopes() {
        settings.minimalScopes(true);
        return this;
    }

    /**
     * Which token servers may be given credentials, beside the registry's own scheme, host and port. A registry may name another of
     * them at any time. If unset, the one that the registry names first gets them, on whatever host: those of all accounts and views
     * of this client, and later passwords too. A registry that names one at another scheme, host or port later is refused with a
     * {@link io.github.registryclient.error.TokenUnavailableException}, for as long as the client lives, unless the first was never
     * reached. Who gives no credentials may be sent anywhere, and fixes nothing.
     *
     * @param hosts such as {@code auth.example.com}, or {@code auth.example.com:8443} where the port is not the scheme's own; none
     *     for the registry's own only
     * @return this
     * @throws InvalidInputException if one of them is no host
     */
    public HttpRegistryClientBuilder tokenServers(String... hosts) {
        settings.tokenServers(TokenServers.at(hosts));
        return this;
    }

    /**
     * Sends a header with a secret along with every request to this registry, such as the key of a gateway before it. It goes
     * to the registry's own scheme, host and port only, not to token servers or where redirects lead, and is never shown.
     * Over plain http it counts as credentials. May be called for several headers. Views
     * ({@link HttpRegistryClient#with(CredentialsProvider)}) send it as well: what belongs to one account goes into its
     * {@link Credentials#withHeader}, which takes the place of this one where both have the same name.
     *
     * @param name a name that neither HTTP nor this client has a use for
     * @param value the secret, printable ASCII
     * @return this
     * @throws InvalidInputException if one of them cannot be sent
     */
    public HttpRegistryClientBuilder secretHeader(String name, String value) {
        settings.addSecretHeaders(SecretHeader.of(name, value));
        return this;
    }

    /**
     * How a listing finds its next page. If unset, the server's {@code Link} is followed.
     *
     * @param strategy the strategy
     * @return this
     */
    public HttpRegistryClientBuilder pagination(PaginationStrategy strategy) {
        settings.pagination(strategy);
        return this;
    }

    /**
     * How many entries a listing of repositories or tags asks for at a time. If unset, repositories are asked for by the thousand,
     * and tags without size, because some registries lose entries at page boundaries.
     *
     * @param entries 1 to 1000
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder pageSize(int entries) {
        settings.pageSize(PagedListing.requireSize(entries));
        return this;
    }

    /**
     * The largest page of a listing that is read, in bytes. If unset, 64 MiB; distribution 2.8 sends all tags in one page.
     *
     * @param bytes 1 KiB to 1 GiB
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder maxPageBytes(int bytes) {
        settings.maxPageBytes(requireBetween("page limit", bytes, SMALLEST_PAGE, LARGEST_PAGE));
        return this;
    }

    /**
     * How many requests, and so connections, at a time and host. If unset, 8. Blob streams count until they are closed. A host
     * that says that it has too much to do (429, 503) gets fewer until it is well again.
     *
     * @param requests 1 to 1000
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder concurrency(int requests) {
        settings.concurrency(requireBetween("concurrency", requests, 1, MOST_CONNECTIONS));
        return this;
    }

    /**
     * How many requests a second a host gets from this client and all its views, one after the other in even gaps. If unset,
     * as many as there are; a host that says that it has too much to do (429, 503) gets fewer until it is well again.
     *
     * @param requests more than 0, at most 1000
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder requestsPerSecond(double requests) {
        if (!(requests > 0 && requests <= MOST_PER_SECOND)) {
            throw new InvalidInputException(
                    "invalid requests per second " + requests + ": expected more than 0, at most " + MOST_PER_SECOND);
        }
        settings.requestsPerSecond(requests);
        return this;
    }

    /**
     * How often a request is sent again after a failure that may pass, with growing waits between, within the time of the call. If
     * unset, 3; three times as often if the registry only asks for fewer requests (429, or 503 with {@code Retry-After}), which
     * it is given up to a minute for; if it asks for more, or for more than the call has left, the call fails at once. Reading is
     * repeated after 408, 425, 429, 499, 500 (once), 502, 503, 504, 522, and where no complete answer came; a change only where it
     * certainly had no effect. A deletion by digest whose answer is missing is looked at first, and a tag before each try, for it
     * may be another's by then.
     *
     * @param repetitions 0 to 10
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder retries(int repetitions) {
        settings.retries(requireBetween("number of retries", repetitions, 0, MOST_RETRIES));
        return this;
    }

    /**
     * Speaks HTTP/2 with registries and token servers that offer it, by https only; with all others HTTP/1.1, and over plain
     * http always, because proxies refuse the header that asks for more there. If unset, always HTTP/1.1: several connections
     * serve as well, and before Java 24 a server that wants to end an HTTP/2 connection (nginx after each
     * {@code keepalive_requests}) takes all its requests with it, those too that it goes on to answer; now and then one hangs
     * until its attempt timeout. What only reads is then sent again, and deletions are looked at.
     *
     * @return this
     */
    public HttpRegistryClientBuilder preferHttp2() {
        settings.http2(true);
        return this;
    }

    /**
     * How long connecting may take. If unset, 10 seconds, or what an {@code HttpClient.Builder} of your own says.
     *
     * @param timeout more than zero, at most a day
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder connectTimeout(Duration timeout) {
        settings.connectTimeout(requireSensible("connect timeout", timeout));
        return this;
    }

    /**
     * How long a request may wait for the answer's headers, and a blob stream for its next bytes. If unset, a minute.
     *
     * @param timeout more than zero, at most a day
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder attemptTimeout(Duration timeout) {
        settings.attemptTimeout(requireSensible("attempt timeout", timeout));
        return this;
    }

    /**
     * How long a whole call may take that reads: waiting for its turn, redirects and the body included; of a listing each
     * page. If unset, two minutes. {@code DockerCredentials} keep to it; a {@link CredentialsProvider} of your own is told of it,
     * but nobody can stop it.
     *
     * @param timeout more than zero, at most a day
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder callTimeout(Duration timeout) {
        settings.callTimeout(requireSensible("call timeout", timeout));
        return this;
    }

    /**
     * How long a deletion may take: waits, repetitions, and the looks before and after it included. If unset, five minutes:
     * distribution looks at every tag of the repository. Each look may also take no longer than {@link #callTimeout} says, and
     * the last tenth of the time, at most a minute, is kept for the look that tells what became of a DELETE without an answer.
     *
     * @param timeout more than zero, at most a day
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder deleteTimeout(Duration timeout) {
        settings.deleteTimeout(requireSensible("delete timeout", timeout));
        return this;
    }

    /**
     * How long an upload may take. If unset, an hour.
     *
     * @param timeout more than zero, at most a day
     * @return this
     * @throws InvalidInputException if out of bounds
     */
    public HttpRegistryClientBuilder uploadTimeout(Duration timeout) {
        settings.uploadTimeout(requireSensible("upload timeout", timeout));
        return this;
    }

    /**
     * The {@code User-Agent} header. If unset, {@code registry-client-java}.
     *
     * @param userAgent printable ASCII, not empty
     * @return this
     * @throws InvalidInputException if it is not
     */
    public HttpRegistryClientBuilder userAgent(String userAgent) {
        if (!userAgent.matches("[\\x21-\\x7e][\\x20-\\x7e]{0,255}")) {
            throw InvalidInputException.of("user agent", userAgent, "expected 1 to 256 printable ASCII characters");
        }
        settings.userAgent(userAgent);
        return this;
    }

    /**
     * Lets a registry at a public address redirect into a private network, or name a token server there. If unset, both are
     * refused, because they let a registry reach hosts in the name of this one. Literal addresses and {@code localhost} are looked
     * at; names are not resolved, so that a public name of a private address is followed.
     *
     * @return this
     */
    public HttpRegistryClientBuilder allowRedirectsIntoPrivateNetworks() {
        settings.privateRedirects(true);
        return this;
    }

    /**
     * Whom to trust over TLS and how to identify oneself, from the files that people have. If unset, the JVM's own way counts. If
     * set, the client certificate that {@code javax.net.ssl.keyStore} names is not shown; whom {@code javax.net.ssl.trustStore}
     * names is still trusted, unless the settings trust only what they were given.
     *
     * @param settings such as {@code TlsSettings.builder().trust(Path.of("ca.pem")).build()}
     * @return this
     */
    public HttpRegistryClientBuilder tls(TlsSettings settings) {
        this.settings.tls(settings);
        return this;
    }

    /**
     * The TLS context, for what {@link #tls} cannot say. If unset, the JVM's, or that of an {@code HttpClient.Builder} of your own.
     *
     * @param context the context, for all hosts that the client talks to
     * @return this
     */
    public HttpRegistryClientBuilder sslContext(SSLContext context) {
        settings.sslContext(context);
        return this;
    }

    /**
     * Which HTTP proxy requests go through. If unset, that of an {@code HttpClient.Builder} of your own, else the one that the
     * JVM's default {@link java.net.ProxySelector} names, without a password. Over plain http a proxy can read what passes:
     * credentials for the registry then have to be allowed, see {@link #allowPlainHttpCredentials}.
     *
     * @param proxy the proxy, its account and exceptions
     * @return this
     */
    public HttpRegistryClientBuilder proxy(ProxySettings proxy) {
        settings.proxy(proxy);
        return this;
    }

    /**
     * What the JDK's client is built from, for selectors of proxies and executors of your own (a queue before few threads serves
     * small requests faster than the JDK's own pool). Redirects and HTTP version are set here;
     * an authenticator or cookie handler is refused. Of proxies only those for HTTP work, for the JDK's client has no SOCKS;
     * one that wants a password belongs to {@link #proxy}.
     *
     * @param builder used, and changed, by {@link #build}
     * @return this
     */
    public HttpRegistryClientBuilder httpClient(HttpClient.Builder builder) {
        settings.httpClient(builder);
        return this;
    }

    /**
     * How the client waits before it repeats a request, and for its turn. If unset, for as long as that takes.
     *
     * @param pauses a test's, which moves the {@link #clock} instead
     * @return this
     */
    public HttpRegistryClientBuilder pauses(Pauses pauses) {
        settings.pauses(pauses);
        return this;
    }

    /**
     * What spreads the waits before repetitions. If unset, a random seed.
     *
     * @param random a test's, with a seed of its own
     * @return this
     */
    public HttpRegistryClientBuilder random(Random random) {
        settings.random(random);
        return this;
    }

    /**
     * Tells a listener what the client does: attempts, retries, waits, tokens and warnings. May be given several times; they are
     * told in that order.
     *
     * @param listener thread-safe, must not block
     * @return this
     */
    public HttpRegistryClientBuilder listener(ClientListener listener) {
        settings.addListeners(listener);
        return this;
    }

    /**
     * The clock of deadlines, of the ends of tokens and of each host's pace. If unset, one that only goes forward. Whoever sets it
     * sets {@link #pauses} too, so that what is waited for also comes.
     *
     * @param clock the clock
     * @return this
     */
    public HttpRegistryClientBuilder clock(Clock clock) {
        settings.clock(clock);
        return this;
    }

    /**
     * Builds the client. Nothing is sent yet.
     *
     * @return a new client, to be closed
     * @throws InvalidInputException if the {@code HttpClient.Builder} has an authenticator or cookie handler, if both
     *     {@link #tls} and {@link #sslContext} are set, or if a certificate folder of this registry is damaged
     */
    public HttpRegistryClient build() {
        return new HttpRegistryClient(settings.build());
    }

    private static int requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInputException("invalid " + what + " " + value + ": expected " + least + " to " + most);
        }
        return value;
    }

    private static Duration requireSensible(String what, Duration timeout) {
        Objects.requireNonNull(timeout, what);
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new InvalidInputException("invalid " + what + " " + timeout + ": expected 1 ms to a day");
        }
        return timeout;
    }
}
