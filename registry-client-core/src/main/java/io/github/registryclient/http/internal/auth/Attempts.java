package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.Credentials.Kind;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.RequestBuilder;
import io.github.registryclient.http.internal.transport.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one request. Each refusal is judged by its own challenges, and by those of {@code /v2/} only where it has
 * none. A token that was refused is replaced once; so is Basic, by credentials that the provider has renewed; and where a token
 * does not do, Basic is tried once if it is offered. A scheme of the caller's own is asked once more. A deletion whose token lacks
 * a scope may ask for a wider one. What nobody is not shown is asked for once more with what proves the account.
 *
 * <p>A body is published again for each attempt, which it promises to stand ({@link RequestBuilder#body}); as nothing is sent
 * before the registry was asked how to prove who is asking, that only happens where a token ends on the way.
 */
final class Attempts {
    private final Session session;
    private final Preflight preflight;
    private final Transport below;
    private final Request request;
    private final Preparation preparation;
    private final Deadline deadline;
    private final Access access;
    private final Tokens tokens;
    private final @Nullable OwnScheme ownScheme;
    private Authorization current = Authorization.NONE;
    private @Nullable Token sent;
    private boolean bearerAnswered;
    private boolean basicSent;
    private boolean widened;
    private boolean shown;

    Attempts(
            Session session,
            Preflight preflight,
            Transport below,
            Access access,
            Credentials credentials,
            Preparation preparation) {
        this.session = session;
        this.preflight = preflight;
        this.below = below;
        this.preparation = preparation;
        this.request = preparation.request();
        this.deadline = preparation.deadline();
        this.access = access;
        this.tokens = new Tokens(session, request, access, credentials, deadline);
        this.ownScheme = credentials
                .scheme()
                .map(scheme -> new OwnScheme(scheme, session.wallet(), request))
                .orElse(null);
    }

    Reply reply() throws InterruptedException {
        Authorization first = unasked();
        preparation.over(tokens.wereFetched());
        Reply reply = send(first);
        for (Authorization next = answer(reply); next != null; next = answer(reply)) {
            request.lookAgain();
            reply = send(next);
        }
        RequestFailedException failure = tokens.failure();
        if (reply.status() == 401 && failure != null) {
            throw failure; // it says more than the refusal of what was tried in its place
        }
        Identity.requireSame(request, tokens.credentials(), reply.status());
        if (access.use() == Use.CATALOG && isNobodys(reply)) {
            session.warnOfNobodysCatalog(tokens.credentials());
        }
        return reply.withAccount(tokens.credentials().username());
    }

    private boolean isNobodys(Reply reply) {
        return reply.status() == 200 && !tokens.isAnonymous() && current.scheme() == Authorization.Scheme.NONE;
    }

    private Reply send(Authorization authorization) throws InterruptedException {
        current = authorization;
        basicSent |= authorization.scheme() == Authorization.Scheme.BASIC;
        if (authorization.scheme() != Authorization.Scheme.NONE && !tokens.isAnonymous()) {
            session.wallet().requireSafe(request);
        }
        Request proving = session.headers().on(authorization.on(request), tokens.credentials());
        Reply reply = below.send(proving, deadline);
        Token token = authorization.token();
        sent = token == null ? sent : token;
        return token == null || request.needs().isEmpty()
                ? reply
                : reply.withDeletion(token.permission(access.resource(), "delete"));
    }

    /** What is sent before the registry has said anything about this request. */
    private Authorization unasked() throws InterruptedException {
        Known known = session.known();
        if (ownScheme != null) {
            return ownScheme.unasked(known);
        }
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

    /** A registry that lets everybody in may list more for an account: what needs no challenge is sent without. */
    private Authorization unoffered() {
        if (!session.wallet().isSafe(request)) {
            return Authorization.NONE;
        }
        return tokens.kind() == Kind.BASIC ? basic() : orNone(tokens.givenAtOnce());
    }

    private static Authorization orNone(@Nullable Authorization authorization) {
        return authorization == null ? Authorization.NONE : authorization;
    }

    private Authorization basic() {
        return session.wallet().basic(tokens.credentials());
    }

    /** What to answer to a reply; null if it is final. */
    private @Nullable Authorization answer(Reply reply) throws InterruptedException {
        boolean unauthorized = reply.status() == 401;
        Offers own = reply.headers("WWW-Authenticate").isEmpty()
                ? Offers.NONE
                : session.learn(reply.headers("WWW-Authenticate"), unauthorized);
        if (!unauthorized && !(reply.status() == 403 && own.isAboutScope())) {
            Authorization unhidden = unhidden(reply);
            if (unhidden == null) {
                letThrough(reply);
            }
            return unhidden;
        }
        if (current.scheme() == Authorization.Scheme.BEARER) {
            session.refused(current);
        }
        boolean asksRoot = own.isEmpty() && access.use() != Use.ROOT;
        if (unauthorized && current.token() != null && !own.isAboutScope()) {
            session.tokenCache().drop(current.token());
        }
        Offers offers = asksRoot ? preflight.offers(request, deadline, tokens.credentials()) : own;
        if (ownScheme != null) {
            return ownScheme.again(offers);
        }
        Authorization next = null;
        if (offers.hasBearer()) {
            next = bearerAgain(offers);
        } else if (current.scheme() == Authorization.Scheme.BEARER) {
            next = bearerAgain(knownOffers()); // Harbor asks for Basic in each refusal of a token
        }
        return next == null && offers.hasBasic() ? basicAgain() : next;
    }

    /**
     * That something is not there, or not allowed, may be nobody's view: before it is believed, what proves the account is sent
     * once, unasked if the registry never asks. Where {@code /v2/} was unclear it is asked again.
     */
    private @Nullable Authorization unhidden(Reply reply) throws InterruptedException {
        boolean asNobody = current.scheme() == Authorization.Scheme.NONE && !tokens.isAnonymous() && ownScheme == null;
        if (shown || !asNobody || access.use() == Use.ROOT || !mayHide(reply)) {
            return null;
        }
        shown = true;
        if (session.known() == null) {
            var unused = preflight.offers(request, deadline, tokens.credentials());
        }
        Authorization asked = unasked();
        Authorization sendable = asked.scheme() == Authorization.Scheme.NONE ? unoffered() : asked;
        return sendable.scheme() == Authorization.Scheme.NONE ? null : sendable;
    }

    private static boolean mayHide(Reply reply) {
        return reply.status() == 403
                || reply.status() == 404
                || reply.status() == 400 && Missing.isSaid(ErrorBody.read(reply)); // zot, of a repository
    }

    private void letThrough(Reply reply) {
        Token token = current.token();
        if (widened && token != null) {
            session.scopes().sufficed(access, token.asked());
        }
        boolean wasNeeded = tokens.wereTried() || shown && reply.status() < 400;
        if (current.scheme() == Authorization.Scheme.BASIC && wasNeeded) {
            session.basicWorked(access.use());
        }
    }

    private Offers knownOffers() {
        Known known = session.known();
        return known == null ? Offers.NONE : known.offers();
    }

    private @Nullable Authorization bearerAgain(Offers offers) throws InterruptedException {
        if (tokens.kind() == Kind.BEARER) {
            return tokens.givenAgain(current.scheme() == Authorization.Scheme.BEARER);
        }
        if (offers.bearer().isEmpty()) {
            return null;
        }
        Token refused = sent;
        Scopes challenge = offers.scopes();
        Scopes wanted = session.scopes().demanded(access, challenge, tokens.isAnonymous());
        boolean covered = refused != null && refused.asked().cover(wanted);
        boolean isEnough = covered || bearerAnswered; // the server may have refused what was wanted
        if (refused != null && isEnough && refused == current.token() && offers.isAboutScope()) {
            Authorization wider = wider(offers, refused.asked()); // replaces the token as well
            if (wider != null) {
                return wider;
            }
        }
        if (bearerAnswered || covered && tokens.isFresh(refused)) {
            return null; // another one for the same would be no better
        }
        bearerAnswered = true;
        Authorization next = tokens.bearer(offers, wanted, challenge, refused);
        return next == null || next.token() == refused ? null : next;
    }

    private @Nullable Authorization wider(Offers offers, Scopes asked) throws InterruptedException {
        Optional<Scopes> wider =
                tokens.isAnonymous() ? Optional.empty() : session.scopes().wider(access, asked);
        while (wider.isPresent()) {
            try {
                widened = true;
                return tokens.exactly(offers, wider.get()).authorization();
            } catch (NotPermittedException | TokenUnavailableException refusedToo) {
                wider = session.scopes().wider(access, wider.get());
            }
        }
        return null;
    }

    private @Nullable Authorization basicAgain() {
        if (tokens.kind() != Kind.BASIC) {
            return null;
        }
        return !basicSent || tokens.renew() && tokens.kind() == Kind.BASIC ? basic() : null;
    }
}
