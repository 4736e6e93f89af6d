package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.Credentials.Kind;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.RequestBuilder;
import io.github.registryclient.http.internal.transport.Transport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one request. Each refusal is judged by its own challenges, and by those of {@code /v2/} only where it has
 * none. A token that was refused is replaced once; so is Basic, by credentials that the provider has renewed; and where a token
 * does not do, Basic is tried once if it is offered. A scheme of the caller's own is asked once more. A deletion whose token lacks
 * a scope may ask for a wider one. What nobody is not shown is asked for once more
 * with what proves the account ({@link Unhiding}).
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
    private final Opening opening;
    private final Unhiding unhiding;
    private final @Nullable OwnScheme ownScheme;
    private Authorization current = Authorization.NONE;
    private @Nullable Token sent;
    private boolean bearerAnswered;
    private boolean basicSent;
    private boolean widened;
    private List<String> unlearnt = List.of();

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
        this.opening = new Opening(session, request, access, tokens);
        this.unhiding = new Unhiding(session, preflight, request, deadline, tokens, opening);
        this.ownScheme = credentials
                .scheme()
                .map(scheme -> new OwnScheme(scheme, session.wallet(), request))
                .orElse(null);
    }

    Reply reply() throws InterruptedException {
        Credentials given = tokens.credentials();
        if (session.isReplaced(given)) {
            var unused = tokens.renew(); // the next account of a chain speaks for the whole call
        }
        Authorization first = ownScheme == null ? opening.unasked() : ownScheme.unasked(session.known());
        preparation.over(tokens.wereFetched());
        Reply reply = send(first);
        for (Authorization next = answer(reply); next != null; next = answer(reply)) {
            request.lookAgain();
            reply = send(next);
        }
        if (session.isRefusedUnasked(given) && !given.equals(tokens.credentials())) {
            session.replaced(given);
        }
        RequestFailedException failure = tokens.failure();
        if (reply.status() == 401 && failure != null) {
            throw failure; // it says more than the refusal of what was tried in its place
        }
        reply = unhiding.judged(reply);
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

    /** What to answer to a reply; null if it is final. */
    private @Nullable Authorization answer(Reply reply) throws InterruptedException {
        boolean unauthorized = reply.status() == 401;
        Offers own = heard(reply.headers("WWW-Authenticate"), unauthorized);
        if (!unauthorized && !(reply.status() == 403 && own.isAboutScope())) {
            boolean asNobody = current.scheme() == Authorization.Scheme.NONE && ownScheme == null;
            Authorization proof = asNobody && access.use() != Use.ROOT ? unhiding.proof(reply) : null;
            if (proof == null) {
                letThrough(reply);
            }
            return proof;
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
            next = bearerAgain(opening.knownOffers()); // Harbor asks for Basic in each refusal of a token
        }
        return next == null && offers.hasBasic() ? basicAgain() : next;
    }

    /** A refusal of what the registry never asked for is no demand: others are still let in without. */
    private Offers heard(List<String> challenges, boolean unauthorized) {
        boolean sentUnasked = current.scheme() != Authorization.Scheme.NONE && ownScheme == null;
        if (unauthorized && sentUnasked && opening.knownOffers().isEmpty()) {
            unlearnt = challenges;
            session.refusedUnasked(access.use(), tokens.credentials());
            return Offers.of(challenges);
        }
        return challenges.isEmpty() ? Offers.NONE : session.learn(challenges, unauthorized);
    }

    private void letThrough(Reply reply) {
        Token token = current.token();
        if (token != null && !unlearnt.isEmpty()) {
            var unused = session.learn(unlearnt, false);
        }
        if (widened && token != null) {
            session.scopes().sufficed(access, token.asked());
        }
        boolean wasNeeded = tokens.wereTried() || unhiding.isProven(reply);
        if (current.scheme() == Authorization.Scheme.BASIC && wasNeeded) {
            session.basicWorked(access.use());
        }
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
        return !basicSent || tokens.renew() && tokens.kind() == Kind.BASIC ? opening.basic() : null;
    }
}
