package io.github.registryclient.testkit.tokenserver;

import java.util.List;
import java.util.Optional;

/** One request that a {@link TokenServer} answered, without secrets. Immutable. */
public final class LoggedTokenRequest {
    private final String method;
    private final String grant;
    private final Optional<String> user;
    private final Optional<String> service;
    private final Optional<String> clientId;
    private final boolean offline;
    private final List<String> scopes;
    private final List<String> granted;
    private final int status;

    /** Takes over what is no secret. */
    LoggedTokenRequest(ParsedTokenRequest request, Decision decision) {
        this.method = request.method();
        this.grant = request.grant();
        this.user = decision.user().or(request::user);
        this.service = request.service();
        this.clientId = request.clientId();
        this.offline = request.offline();
        this.scopes = request.scopes();
        this.granted = decision.granted();
        this.status = decision.response().status();
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
     * How the client proved who it is.
     *
     * @return {@code anonymous} or {@code basic} for GET; for POST the {@code grant_type} as sent, empty if none was
     */
    public String grant() {
        return grant;
    }

    /**
     * Who asked.
     *
     * @return the name as claimed, also where the password was wrong; empty for nobody in particular
     */
    public Optional<String> user() {
        return user;
    }

    /**
     * Which service the token is for.
     *
     * @return as sent
     */
    public Optional<String> service() {
        return service;
    }

    /**
     * What the client calls itself.
     *
     * @return {@code client_id} as sent
     */
    public Optional<String> clientId() {
        return clientId;
    }

    /**
     * Whether a refresh token was asked for.
     *
     * @return true for {@code offline_token=true} and {@code access_type=offline}
     */
    public boolean offline() {
        return offline;
    }

    /**
     * What was asked for.
     *
     * @return scopes as sent, also those that are none
     */
    public List<String> scopes() {
        return scopes;
    }

    /**
     * What was granted.
     *
     * @return scopes with at least one action
     */
    public List<String> granted() {
        return granted;
    }

    /**
     * How it was answered.
     *
     * @return the status; 200 if there was a token
     */
    public int status() {
        return status;
    }

    /** All of it in one line, for messages. */
    @Override
    public String toString() {
        return method + " " + grant + user.map(name -> " " + name).orElse("") + " " + scopes + " -> " + status + " "
                + granted;
    }
}
