package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import org.jspecify.annotations.Nullable;

/**
 * That something is not there, or not allowed, may be nobody's view: before it is believed, what proves the account is asked for
 * it once, unasked if the registry never asks. Where the account is refused, nothing is proven, and nothing but that is said.
 */
final class Unhiding {
    private final Session session;
    private final Preflight preflight;
    private final Request request;
    private final Deadline deadline;
    private final Tokens tokens;
    private final Opening opening;
    private int nobodys;
    private boolean sent;
    private boolean refusedBefore;

    Unhiding(Session session, Preflight preflight, Request request, Deadline deadline, Tokens tokens, Opening opening) {
        this.session = session;
        this.preflight = preflight;
        this.request = request;
        this.deadline = deadline;
        this.tokens = tokens;
        this.opening = opening;
    }

    /** What to send after nobody's answer; null if that stands. Where {@code /v2/} was unclear it is asked again. */
    @Nullable
    Authorization proof(Reply reply) throws InterruptedException {
        if (nobodys != 0 || tokens.isAnonymous() || !mayHide(reply)) {
            return null;
        }
        nobodys = reply.status();
        if (session.known() == null) {
            var unused = preflight.offers(request, deadline, tokens.credentials());
        }
        Authorization asked = opening.unasked();
        Authorization sendable = asked.scheme() == Authorization.Scheme.NONE ? opening.unoffered() : asked;
        refusedBefore = sendable != asked && session.isRefusedUnasked(tokens.credentials());
        sent = !refusedBefore && sendable.scheme() != Authorization.Scheme.NONE;
        return sent ? sendable : null;
    }

    /** Whether the account was let in instead of nobody. A 403 may be how a gateway refuses a password. */
    boolean isProven(Reply last) {
        return sent && (last.status() < 400 || last.status() == 404);
    }

    /** The last answer; a refusal of the account where nobody's answer is in doubt. */
    Reply judged(Reply last) {
        return refusedBefore || sent && last.status() == 401 ? last.unproven(nobodys) : last;
    }

    private static boolean mayHide(Reply reply) {
        return reply.status() == 403
                || reply.status() == 404
                || reply.status() == 400 && Missing.isSaid(ErrorBody.read(reply)); // zot, of a repository
    }
}
