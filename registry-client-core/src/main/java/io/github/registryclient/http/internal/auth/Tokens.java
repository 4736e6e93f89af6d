package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.Credentials.Kind;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Request;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens that one request tries, and the credentials that it gets them with. Where scopes are refused it asks for less. */
final class Tokens {
    private static final Set<Integer> ABOUT_SCOPES = Set.of(400, 401, 403, 422);
    private static final int MOST_NARROWINGS = 2;

    private final Session session;
    private final Request request;
    private final Access access;
    private final Deadline deadline;
    private Credentials credentials;
    private boolean renewed;
    private boolean tried;
    private @Nullable Token fetched;
    private @Nullable RequestFailedException failure;

    Tokens(Session session, Request request, Access access, Credentials credentials, Deadline deadline) {
        this.session = session;
        this.request = request;
        this.access = access;
        this.credentials = credentials;
        this.deadline = deadline;
    }

    Credentials credentials() {
        return credentials;
    }

    Kind kind() {
        return credentials.kind();
    }

    /** Whether there is nothing to get a token with, or to send in the place of one. */
    boolean isAnonymous() {
        return credentials.isAnonymous() || kind() == Kind.HEADER;
    }

    boolean wereTried() {
        return tried;
    }

    /** Why there was no token; null if there was, or Basic did in its place. */
    @Nullable
    RequestFailedException failure() {
        return failure;
    }

    /** Whether this request fetched it itself, so that another one would be no better. */
    boolean isFresh(@Nullable Token token) {
        return token != null && token == fetched;
    }

    /** Whether a token was not at hand. */
    boolean wereFetched() {
        return fetched != null;
    }

    /** Other credentials, once; false if there are none. */
    boolean renew() {
        if (renewed || isAnonymous()) {
            return false;
        }
        renewed = true;
        Credentials other = session.wallet().renewed(request, credentials, deadline);
        boolean changed = !other.equals(credentials);
        credentials = other;
        return changed;
    }

    /** A token that was given ready to send; null if there is none. */
    @Nullable
    Authorization givenAtOnce() {
        return kind() == Kind.BEARER ? Authorization.given(credentials) : null;
    }

    /** A token that was given ready to send: at first, and another one after a refusal. */
    @Nullable
    Authorization givenAgain(boolean wasSent) {
        return !wasSent || renew() && kind() == Kind.BEARER ? Authorization.given(credentials) : null;
    }

    /** The token for these scopes or for less; null if there is none and something else can be tried. */
    @Nullable
    Authorization bearer(Offers offers, Scopes wanted, Scopes challenge, @Nullable Token refused)
            throws InterruptedException {
        if (kind() == Kind.BEARER) {
            return Authorization.given(credentials);
        }
        if (offers.bearer().isEmpty() || failure != null) {
            return null;
        }
        tried = true;
        try {
            return obtain(session.realm(offers.bearer().get(), credentials), wanted, challenge, refused)
                    .authorization();
        } catch (NotPermittedException | TokenUnavailableException | NoResponseException e) {
            boolean ended = e instanceof CallInterruptedException || e instanceof ClientClosedException;
            boolean basicToo = offers.hasBasic() && kind() == Kind.BASIC;
            boolean nothingForNobody = isAnonymous() && e instanceof NotPermittedException;
            if (ended || !basicToo && !nothingForNobody) {
                if (!ended && !(e instanceof NotPermittedException)) {
                    session.doubt();
                }
                throw e;
            }
            failure = e;
            return null;
        }
    }

    Token exactly(Offers offers, Scopes scopes) throws InterruptedException {
        return fetch(session.realm(offers.bearer().orElseThrow(), credentials), scopes, null);
    }

    private Token obtain(Realm realm, Scopes wanted, Scopes challenge, @Nullable Token refused)
            throws InterruptedException {
        Scopes asked = wanted;
        int narrowings = 0;
        int status = 0;
        while (true) {
            try {
                Token token = fetch(realm, asked, refused);
                if (narrowings > 0) {
                    session.scopes().accepted(access, wanted, asked, status == 400 || status == 422);
                }
                return token;
            } catch (NotPermittedException | TokenUnavailableException e) {
                status = status(e);
                if (status == 401 && renew()) {
                    asked = wanted;
                } else {
                    boolean enough = narrowings == MOST_NARROWINGS || narrowings > 0 && status == 401;
                    Optional<Scopes> less = enough || !ABOUT_SCOPES.contains(status)
                            ? Optional.empty()
                            : session.scopes().narrower(access, asked, challenge);
                    asked = less.orElseThrow(() -> e);
                    narrowings++;
                }
            }
        }
    }

    private static int status(RequestFailedException e) {
        return e instanceof NotPermittedException
                ? ((NotPermittedException) e).status()
                : ((TokenUnavailableException) e)
                        .response()
                        .map(ErrorResponse::status)
                        .orElse(0);
    }

    private Token fetch(Realm realm, Scopes scopes, @Nullable Token refused) throws InterruptedException {
        if (!isAnonymous()) {
            session.wallet().requireSafe(request); // over plain http anybody on the way can name the token server
        }
        TokenKey key = new TokenKey(credentials, realm, scopes);
        return session.tokenCache().get(key, refused, request, deadline, () -> {
            Token token = session.fetch(key, deadline);
            fetched = token;
            return token;
        });
    }
}
