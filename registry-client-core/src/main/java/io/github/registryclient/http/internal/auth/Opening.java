package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials.Kind;
import io.github.registryclient.http.internal.transport.Request;
import org.jspecify.annotations.Nullable;

/** What one request sends before the registry has said anything about it. Keeps nothing. */
final class Opening {
    private final Session session;
    private final Request request;
    private final Access access;
    private final Tokens tokens;

    Opening(Session session, Request request, Access access, Tokens tokens) {
        this.session = session;
        this.request = request;
        this.access = access;
        this.tokens = tokens;
    }

    /** By what is known of the registry. */
    Authorization unasked() throws InterruptedException {
        Known known = session.known();
        boolean basicWorks = tokens.kind() == Kind.BASIC && session.prefersBasic(access.use());
        if (known == null || tokens.isAnonymous() && !known.isDemanded()) {
            return basicWorks ? basic() : Authorization.NONE;
        }
        Offers offers = known.offers();
        if (access.use() == Use.CATALOG && !offers.isUsable()) {
            return unoffered();
        }
        boolean basic = offers.hasBasic() && tokens.kind() == Kind.BASIC;
        if (offers.hasBearer() && !basicWorks) {
            Scopes planned = session.scopes().planned(access, tokens.isAnonymous());
            Authorization bearer = tokens.bearer(offers, planned, Scopes.NONE, null);
            return bearer != null || !basic ? orNone(bearer) : basic();
        }
        return basic || basicWorks ? basic() : Authorization.NONE;
    }

    /** A registry that lets everybody in may show more to an account: what needs no challenge is sent without. */
    Authorization unoffered() {
        if (!session.wallet().isSafe(request)) {
            return Authorization.NONE;
        }
        return tokens.kind() == Kind.BASIC ? basic() : orNone(tokens.givenAtOnce());
    }

    Authorization basic() {
        return session.wallet().basic(tokens.credentials());
    }

    Offers knownOffers() {
        Known known = session.known();
        return known == null ? Offers.NONE : known.offers();
    }

    private static Authorization orNone(@Nullable Authorization authorization) {
        return authorization == null ? Authorization.NONE : authorization;
    }
}
