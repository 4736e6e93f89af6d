package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.SafeUri;
import io.github.registryclient.http.internal.secret.Redacted;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request. Endpoints make it without credentials; the layer below that authenticates adds them, for the registry's own origin
 * only. Immutable.
 */
public final class Request {
    private final String method;
    private final URI uri;
    private final @Nullable RepositoryName repository;
    private final Patience patience;
    private final int bodyLimit;
    private final boolean page;
    private final boolean catalog;
    private final @Nullable OneAccount account;
    private final boolean streaming;
    private final boolean serverMade;
    private final List<Header> headers;
    private final @Nullable BodyPublisher body;
    private final Secrets secrets;
    private final boolean harmless;
    private final boolean sentOnce;
    private final @Nullable Runnable look;
    private final boolean sentAgainUnheard;
    private final List<Need> needs;
    private final @Nullable Route route;
    private final int attempt;
    private @Nullable Origin origin;

    Request(RequestBuilder builder, URI uri, List<Header> headers, Secrets secrets) {
        this.method = builder.method;
        this.uri = uri;
        this.repository = builder.repository;
        this.patience = builder.patience;
        this.bodyLimit = builder.bodyLimit;
        this.page = builder.page;
        this.catalog = builder.catalog;
        this.account = builder.account;
        this.streaming = builder.streaming;
        this.serverMade = builder.serverMade;
        this.headers = headers;
        this.body = builder.body;
        this.harmless = builder.harmless;
        this.sentOnce = builder.sentOnce;
        this.look = builder.look;
        this.sentAgainUnheard = builder.sentAgainUnheard;
        this.needs = List.copyOf(builder.needs);
        this.secrets = secrets;
        this.route = builder.route;
        this.attempt = builder.attempt;
    }

    /**
     * Starts a request.
     *
     * @param method the method
     * @param uri where to
     * @return a builder with normal patience and the small body limit
     */
    public static RequestBuilder builder(String method, URI uri) {
        return new RequestBuilder(method, uri);
    }

    /**
     * The method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * Where to.
     *
     * @return an absolute URI
     */
    public URI uri() {
        return uri;
    }

    /**
     * Where that is; several layers ask.
     *
     * @return the origin of the address
     */
    public Origin origin() {
        Origin known = origin;
        if (known == null) {
            known = Origin.of(uri);
            origin = known;
        }
        return known;
    }

    /**
     * The address as exceptions show it, see {@link SafeUri}.
     *
     * @return the address without secrets
     */
    public String shownUri() {
        return serverMade ? secrets.redact(SafeUri.showServerMade(uri)) : SafeUri.show(uri);
    }

    /**
     * The host as messages and events show it: one that a server named can be a secret.
     *
     * @return host, and port unless it is the scheme's own
     */
    public String shownHost() {
        String authority = origin().authority();
        return serverMade ? secrets.redact(authority) : authority;
    }

    /**
     * An answer to it that cannot be believed.
     *
     * @param what what is wrong with it, and what to do
     * @param cause what found that out, or null
     * @return the exception, to be thrown
     */
    public InvalidResponseException invalidAnswer(String what, @Nullable Throwable cause) {
        return new InvalidResponseException(
                method, shownUri(), secrets.redact(what), SanitisedFailure.withoutSecrets(secrets, cause));
    }

    /**
     * An answer to it with another digest than it must have.
     *
     * @param expected what was asked for, or claimed
     * @param actual what it is
     * @return the exception, to be thrown
     */
    public DigestMismatchException mismatch(Reference expected, Digest actual) {
        return new DigestMismatchException(
                method, shownUri(), secrets.redact(expected.toString()), secrets.redact(actual.toString()));
    }

    /**
     * The repository it is about.
     *
     * @return empty for the catalog and for the registry itself
     */
    public Optional<RepositoryName> repository() {
        return Optional.ofNullable(repository);
    }

    /**
     * How long it may take.
     *
     * @return the patience
     */
    public Patience patience() {
        return patience;
    }

    int bodyLimit() {
        return bodyLimit;
    }

    /**
     * Whether its answer is a page of a listing, whose limit can be set, and which may show one account less than another.
     *
     * @return true where {@link RequestBuilder#pageLimit} was said
     */
    public boolean isPage() {
        return page;
    }

    /**
     * Whether it lists repositories, wherever that was redirected to.
     *
     * @return true where {@link RequestBuilder#catalog} was said
     */
    public boolean isCatalog() {
        return catalog;
    }

    /**
     * The account whose call it is a part of.
     *
     * @return empty where nobody compares
     */
    public Optional<OneAccount> account() {
        return Optional.ofNullable(account);
    }

    boolean isServerMade() {
        return serverMade;
    }

    boolean isStreaming() {
        return streaming;
    }

    List<Header> headers() {
        return headers;
    }

    Optional<BodyPublisher> body() {
        return Optional.ofNullable(body);
    }

    /**
     * Whether it only reads, so that sending it twice does no more than sending it once.
     *
     * @return true for GET and HEAD
     */
    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /**
     * Whether sending it changes nothing that anybody would look for, though it need not be {@linkplain #isRead a read}.
     *
     * @return true for GET and HEAD, and where {@link RequestBuilder#harmless} was said
     */
    public boolean isHarmless() {
        return harmless || isRead();
    }

    /**
     * Whether it is sent at most once, even if it was refused for now.
     *
     * @return true where {@link RequestBuilder#sentOnce} was said
     */
    public boolean isSentOnce() {
        return sentOnce;
    }

    /**
     * Whether it is sent again where its connection ended without an answer.
     *
     * @return true for what is harmless, and where {@link RequestBuilder#sentAgainUnheard} was said
     */
    public boolean isSentAgainUnheard() {
        return sentAgainUnheard || isHarmless();
    }

    /**
     * Called before it is sent again with other credentials, and by who took time to get those for the first sending.
     *
     * @throws io.github.registryclient.error.RegistryException if it must not be sent
     */
    public void lookAgain() {
        if (look != null) {
            look.run();
        }
    }

    @Nullable
    Runnable look() {
        return look;
    }

    /**
     * What its token has to allow besides what its method and repository say.
     *
     * @return usually empty
     */
    public List<Need> needs() {
        return needs;
    }

    /**
     * The same with a token that allows this as well.
     *
     * @param in the repository
     * @param action such as {@code delete}
     * @return the request that needs it too
     */
    public Request needing(RepositoryName in, String action) {
        return new Request(new RequestBuilder(this).needs(in, action), uri, headers, secrets);
    }

    Request to(URI other) {
        RequestBuilder redirected = new RequestBuilder(this).serverMade().attempt(1);
        return (route == Route.TOKEN ? redirected : redirected.route(Route.REDIRECTED)).build(other, headers, secrets);
    }

    /** What kind of address it goes to. */
    Route route() {
        return route == null ? Routes.of(uri) : route;
    }

    /** What was said of {@link #route}, if anything. */
    @Nullable
    Route routeSaid() {
        return route;
    }

    /**
     * Which sending of the same it is.
     *
     * @return from 1
     */
    public int attempt() {
        return attempt;
    }

    /**
     * The same, to be sent once more because it failed.
     *
     * @param number how often it has been sent before, plus one
     * @return the request with that number
     */
    public Request asAttempt(int number) {
        return new Request(new RequestBuilder(this).attempt(number), uri, headers, secrets);
    }

    /**
     * The same, with something that was looked at before and is to be looked at again where credentials took time or were refused.
     *
     * @param value throws what the call is to end with, if the request must not be sent
     * @return the request
     */
    public Request lookedAtBefore(Runnable value) {
        RequestBuilder builder = new RequestBuilder(this);
        builder.look = value;
        return new Request(builder, uri, headers, secrets);
    }

    /** The same, as a part of one account's call. */
    Request of(OneAccount one) {
        RequestBuilder builder = new RequestBuilder(this);
        builder.account = one;
        return new Request(builder, uri, headers, secrets);
    }

    /**
     * The same with credentials.
     *
     * @param header what carries them
     * @param inHeader what must not be shown of an answer
     * @return the request with one more header
     */
    public Request with(Header header, Secrets inHeader) {
        List<Header> more = new ArrayList<>(headers.size() + 1);
        more.addAll(headers);
        more.add(header);
        return new Request(new RequestBuilder(this), uri, List.copyOf(more), secrets.and(inHeader));
    }

    Secrets secrets() {
        return secrets;
    }

    /**
     * The same, with more to keep out of everything that is shown of it and of its answers.
     *
     * @param more secrets that whoever answers may know
     * @return the request
     */
    public Request knowing(Secrets more) {
        return more == Secrets.NONE ? this : new Request(new RequestBuilder(this), uri, headers, secrets.and(more));
    }

    /**
     * A text without the secrets that went with it.
     *
     * @param text may hold what a server said
     * @return the text, an ellipsis in the place of each
     */
    public String withoutSecrets(String text) {
        return secrets.redact(text);
    }

    /**
     * What a server said to it, fit to be shown.
     *
     * @param text any text
     * @return one line of at most some hundred characters, without secrets
     */
    public String redacted(String text) {
        return Redacted.excerpt(secrets.redact(text));
    }
}
