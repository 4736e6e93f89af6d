package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Request}. */
public final class RequestBuilder {
    final String method;
    final URI uri;
    private final List<Header> headers = new ArrayList<>(4);

    @Nullable
    RepositoryName repository;

    Patience patience = Patience.NORMAL;
    int bodyLimit = Limits.SMALL_BODY;
    boolean page;
    boolean catalog;

    @Nullable
    OneAccount account;

    boolean streaming;
    boolean serverMade;
    boolean harmless;
    boolean sentOnce;

    @Nullable
    Runnable look;

    boolean sentAgainUnheard;
    int attempt = 1;

    @Nullable
    Route route;

    List<Need> needs = List.of();

    @Nullable
    BodyPublisher body;

    RequestBuilder(String method, URI uri) {
        this.method = method;
        this.uri = uri;
    }

    RequestBuilder(Request from) {
        this(from.method(), from.uri());
        repository = from.repository().orElse(null);
        patience = from.patience();
        bodyLimit = from.bodyLimit();
        page = from.isPage();
        catalog = from.isCatalog();
        account = from.account().orElse(null);
        streaming = from.isStreaming();
        serverMade = from.isServerMade();
        harmless = from.isHarmless();
        sentOnce = from.isSentOnce();
        look = from.look();
        sentAgainUnheard = from.isSentAgainUnheard();
        needs = from.needs();
        route = from.routeSaid();
        attempt = from.attempt();
        body = from.body().orElse(null);
    }

    /**
     * The repository it is about, for choosing credentials.
     *
     * @param value the repository
     * @return this
     */
    public RequestBuilder repository(RepositoryName value) {
        repository = value;
        return this;
    }

    /**
     * How long it may take.
     *
     * @param value the patience
     * @return this
     */
    public RequestBuilder patience(Patience value) {
        patience = value;
        return this;
    }

    /**
     * The largest body that a success may have.
     *
     * @param bytes the limit
     * @return this
     */
    public RequestBuilder bodyLimit(int bytes) {
        bodyLimit = bytes;
        return this;
    }

    /**
     * The largest page of a listing that a success may be, as configured.
     *
     * @param bytes the limit
     * @return this
     */
    public RequestBuilder pageLimit(int bytes) {
        page = true;
        return bodyLimit(bytes);
    }

    /**
     * It lists repositories, which registries show each account its own of.
     *
     * @return this
     */
    public RequestBuilder catalog() {
        catalog = true;
        return this;
    }

    /**
     * Hand a success's body out as a stream.
     *
     * @return this
     */
    public RequestBuilder streaming() {
        streaming = true;
        return this;
    }

    /**
     * The address is one that a server made, so nothing of its query is shown.
     *
     * @return this
     */
    public RequestBuilder serverMade() {
        serverMade = true;
        return this;
    }

    /**
     * It changes nothing that anybody would look for.
     *
     * @return this
     */
    public RequestBuilder harmless() {
        harmless = true;
        return this;
    }

    /**
     * It is sent at most once, even if it was refused for now: what it names may be something else a moment later.
     *
     * @return this
     */
    public RequestBuilder sentOnce() {
        sentOnce = true;
        return this;
    }

    /**
     * It is sent again where its connection ended without an answer, such as one that lay in the pool for too long: if the
     * registry did get the first, what is left of it ends by itself.
     *
     * @return this
     */
    public RequestBuilder sentAgainUnheard() {
        sentAgainUnheard = true;
        return this;
    }

    /**
     * What kind of address it goes to, where its path does not tell.
     *
     * @param value told to listeners
     * @return this
     */
    public RequestBuilder route(Route value) {
        route = value;
        return this;
    }

    RequestBuilder attempt(int number) {
        attempt = number;
        return this;
    }

    /**
     * Its token has to allow this as well.
     *
     * @param in the repository
     * @param action such as {@code pull}
     * @return this
     */
    public RequestBuilder needs(RepositoryName in, String action) {
        List<Need> more = new ArrayList<>(needs);
        more.add(new Need(in, action));
        needs = more;
        return this;
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public RequestBuilder header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /**
     * The body to send.
     *
     * @param value the body, to be published again if the request is sent again
     * @return this
     */
    public RequestBuilder body(BodyPublisher value) {
        body = value;
        return this;
    }

    /**
     * Finishes.
     *
     * @return the request
     */
    public Request build() {
        return build(uri, List.copyOf(headers), Secrets.NONE);
    }

    Request build(URI target, List<Header> finalHeaders, Secrets secrets) {
        return new Request(this, target, finalHeaders, secrets);
    }
}
